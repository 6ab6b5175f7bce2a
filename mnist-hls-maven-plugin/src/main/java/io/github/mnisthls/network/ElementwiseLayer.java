/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Optional;

/**
 * A fixed function of each value by itself. It brings its arithmetic along; who has to compute it in another way, as in
 * integers, tells the functions apart by {@link Visitor}.
 */
public sealed interface ElementwiseLayer extends UnaryLayer
        permits Relu, Clip, LeakyRelu, Sigmoid, Tanh, HardSigmoid, Quantize {
    /** The function. */
    float apply(float value);

    /**
     * Its slope.
     *
     * @param value  where
     * @param result what {@link #apply} gives there
     */
    float slope(float value, float result);

    /** The format that it rounds to, if that is all that it does. */
    default Optional<FixedPointFormat> rounding() {
        return Optional.empty();
    }

    @Override
    default Shape outputShape(Shape input) {
        return input;
    }

    @Override
    default <R> R accept(Layer.Visitor<R> visitor) {
        return visitor.elementwise(this);
    }

    /** Has the visitor do what it does with this function. */
    <R> R acceptFunction(Visitor<R> visitor);

    /**
     * What somebody does with each function.
     *
     * @param <R> what comes of it
     */
    interface Visitor<R> {
        R relu(Relu layer);

        R clip(Clip layer);

        R leakyRelu(LeakyRelu layer);

        R sigmoid(Sigmoid layer);

        R tanh(Tanh layer);

        R hardSigmoid(HardSigmoid layer);

        R quantize(Quantize layer);
    }
}
