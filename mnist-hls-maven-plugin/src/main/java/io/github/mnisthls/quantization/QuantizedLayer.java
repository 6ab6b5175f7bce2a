/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Optional;

/**
 * One computing stage in exact integers. Each output is computed as: exact accumulator, then {@link #clamp()}, then one
 * conversion to {@link #outputFormat()} with its rounding and overflow. Nothing else rounds. Shapes are CHW.
 *
 * <p>Who must tell kinds apart implements {@link Visitor}, so that the compiler names every place that a new kind has to
 * be thought of.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface QuantizedLayer permits QuantizedLayer.Unary, QuantizedAdd, QuantizedConcat {
    /** Unique; a legal C++ identifier. */
    String name();

    /** What it takes. */
    List<Operand> inputs();

    Shape output();

    /** Shape of the first input. */
    default Shape input() {
        return inputs().get(0).shape();
    }

    /** Format of the first input. */
    default FixedPointFormat inputFormat() {
        return inputs().get(0).format();
    }

    /** Of the exact intermediate result: wide enough for every possible input, with no fraction bit lost. */
    FixedPointFormat accumulatorFormat();

    FixedPointFormat outputFormat();

    /** Whether it computes a result of its own; else it chooses, moves or looks up values. */
    default boolean accumulates() {
        return true;
    }

    Clamp clamp();

    default boolean relu() {
        return clamp().isRelu();
    }

    /** Weights and bias, if it has them. */
    default Optional<QuantizedAffine> trained() {
        return Optional.empty();
    }

    /** Extents of the weights, the slowest first: output, input, row, column, or output, input; empty without any. */
    default List<Integer> weightExtents() {
        return List.of();
    }

    /** What it multiplies the sum of a window with, for each place of the output; empty where it does no such thing. */
    default List<Double> shares() {
        return List.of();
    }

    /** Multiply-accumulates per image. */
    long macs();

    /**
     * What the accumulator can be.
     *
     * @param inputs per input and channel, all that it can be
     */
    Sums sums(List<List<RawRange>> inputs);

    /** Has the visitor do what it does with layers of this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * What somebody does with each kind of layer.
     *
     * @param <R> what comes of it
     */
    interface Visitor<R> {
        R conv2d(QuantizedConv2d layer);

        R depthwise(QuantizedDepthwise layer);

        R dense(QuantizedDense layer);

        R maxPool(QuantizedMaxPool layer);

        R averagePool(QuantizedAveragePool layer);

        R activation(QuantizedActivation layer);

        R table(QuantizedTable layer);

        R pad(QuantizedPad layer);

        R crop(QuantizedCrop layer);

        R upsample(QuantizedUpsample layer);

        R add(QuantizedAdd layer);

        R concat(QuantizedConcat layer);
    }

    /** A stage with one input. */
    sealed interface Unary extends QuantizedLayer
            permits QuantizedConv2d,
                    QuantizedDepthwise,
                    QuantizedDense,
                    QuantizedMaxPool,
                    QuantizedAveragePool,
                    QuantizedActivation,
                    QuantizedTable,
                    UnchangedValues {
        @Override
        Shape input();

        @Override
        FixedPointFormat inputFormat();

        /**
         * What the accumulator can be.
         *
         * @param input per channel, all that it can be
         */
        Sums sumsOf(List<RawRange> input);

        @Override
        default List<Operand> inputs() {
            return List.of(new Operand(input(), inputFormat()));
        }

        @Override
        default Sums sums(List<List<RawRange>> inputs) {
            return sumsOf(inputs.get(0));
        }
    }
}
