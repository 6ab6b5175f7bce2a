/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.stream.Stream;

/** A template argument of a kernel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(KernelArgument.LayerStruct.class),
    @JsonSubTypes.Type(KernelArgument.AdderStruct.class),
    @JsonSubTypes.Type(KernelArgument.NetworkStruct.class),
    @JsonSubTypes.Type(KernelArgument.Count.class),
    @JsonSubTypes.Type(KernelArgument.Policy.class),
    @JsonSubTypes.Type(KernelArgument.ValueType.class),
    @JsonSubTypes.Type(KernelArgument.Reduction.class)
})
public sealed interface KernelArgument {
    /** Has the visitor do what it does with arguments of this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Below {@code mnist_hls}, what it stands in. */
    default Stream<String> headers() {
        return Stream.empty();
    }

    /**
     * What somebody does with each kind of argument.
     *
     * @param <R> what comes of it
     */
    interface Visitor<R> {
        R layerStruct(LayerStruct argument);

        R adderStruct(AdderStruct argument);

        R networkStruct(NetworkStruct argument);

        R count(Count argument);

        R policy(Policy argument);

        R valueType(ValueType argument);

        R reduction(Reduction argument);
    }

    /** The struct of a layer. */
    @JsonTypeName("layer")
    record LayerStruct(String layer) implements KernelArgument {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.layerStruct(this);
        }
    }

    /** What has the adder graphs of a layer. */
    @JsonTypeName("adders")
    record AdderStruct(String layer) implements KernelArgument {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.adderStruct(this);
        }
    }

    /** The struct of the network. */
    @JsonTypeName("network")
    record NetworkStruct() implements KernelArgument {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.networkStruct(this);
        }
    }

    /** A whole number. */
    @JsonTypeName("count")
    record Count(int value) implements KernelArgument {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /**
     * One of several ways in which a kernel can work.
     *
     * @param header   below {@code mnist_hls}; that of the kernel where it has none of its own
     * @param name     struct below {@code mnist_hls}
     * @param template its template arguments
     */
    @JsonTypeName("policy")
    record Policy(String header, String name, List<KernelArgument> template) implements KernelArgument {
        public Policy {
            template = List.copyOf(template);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.policy(this);
        }

        @Override
        public Stream<String> headers() {
            return Stream.concat(Stream.of(header), template.stream().flatMap(KernelArgument::headers));
        }
    }

    /**
     * The type of what a stream carries.
     *
     * @param value number in the network: 0 is the image, {@code i + 1} what node {@code i} gives
     */
    @JsonTypeName("valueType")
    record ValueType(int value) implements KernelArgument {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.valueType(this);
        }
    }

    /**
     * How a window becomes a value.
     *
     * @param name  template below {@code mnist_hls}, of a layer's struct
     * @param layer that has the struct
     */
    @JsonTypeName("reduction")
    record Reduction(String name, String layer) implements KernelArgument {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reduction(this);
        }
    }
}
