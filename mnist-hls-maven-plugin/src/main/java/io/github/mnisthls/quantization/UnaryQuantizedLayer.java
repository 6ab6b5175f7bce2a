/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import java.util.List;

/** A stage with one input. */
public sealed interface UnaryQuantizedLayer extends QuantizedLayer
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
