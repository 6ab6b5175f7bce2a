/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The sum of two inputs, value by value: binary points are aligned exactly, and the sum is rounded once. Sums of more
 * inputs are made of several stages, all of them but the last exact.
 *
 * @param left  format of the first input
 * @param right format of the second
 */
@JsonTypeName("add")
public record QuantizedAdd(
        String name,
        Shape output,
        FixedPointFormat left,
        FixedPointFormat right,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        Clamp clamp)
        implements QuantizedLayer {
    public QuantizedAdd {
        if (accumulatorFormat.fractionBits() != Math.max(left.fractionBits(), right.fractionBits())) {
            throw new IllegalArgumentException("layer " + name + ": the accumulator " + accumulatorFormat
                    + " does not hold the sum of " + left + " and " + right + " exactly");
        }
        clamp.checkFits(name, accumulatorFormat);
    }

    @Override
    public List<Operand> inputs() {
        return List.of(new Operand(output, left), new Operand(output, right));
    }

    @Override
    public long macs() {
        return 0;
    }

    @Override
    public Sums sums(List<List<RawRange>> inputs) {
        List<RawRange> results = new ArrayList<>();
        List<RawRange> partial = new ArrayList<>();
        for (int channel = 0; channel < output.channels(); channel++) {
            RawRange first = inputs.get(0).get(channel).aligned(left, accumulatorFormat);
            RawRange second = inputs.get(1).get(channel).aligned(right, accumulatorFormat);
            results.add(first.plus(second));
            partial.add(first.hull(RawRange.ZERO).plus(second.hull(RawRange.ZERO)));
        }
        return new Sums(results, partial);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.add(this);
    }
}
