/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** A template argument of a kernel. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(KernelArgument.LayerStruct.class),
    @JsonSubTypes.Type(KernelArgument.AdderStruct.class),
    @JsonSubTypes.Type(KernelArgument.NetworkStruct.class),
    @JsonSubTypes.Type(KernelArgument.Count.class),
    @JsonSubTypes.Type(KernelArgument.ValueType.class),
    @JsonSubTypes.Type(KernelArgument.Reduction.class)
})
public sealed interface KernelArgument {
    /** Has the visitor do what it does with arguments of this kind. */
    <R> R accept(Visitor<R> visitor);

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
