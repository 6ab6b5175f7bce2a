/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;

/**
 * One computing stage in exact integers. Each output is computed as: exact accumulator, then {@code max(accumulator, 0)}
 * if {@link #relu()}, then one conversion to {@link #outputFormat()} with its rounding and overflow. Nothing else
 * rounds. Shapes are CHW; every stage takes the stage before it as its input.
 */
public sealed interface QuantizedLayer permits QuantizedConv2d, QuantizedDense, QuantizedMaxPool, QuantizedAveragePool {
    /** Unique; a legal C++ identifier. */
    String name();

    Shape input();

    Shape output();

    FixedPointFormat inputFormat();

    /** Of the exact intermediate result: wide enough for every possible input, with no fraction bit lost. */
    FixedPointFormat accumulatorFormat();

    FixedPointFormat outputFormat();

    boolean relu();

    /** Multiply-accumulates per image. */
    long macs();
}
