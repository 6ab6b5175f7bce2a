/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The channels of two inputs one after the other, in one format: binary points are aligned exactly, then each value is
 * rounded once. More inputs are joined by several stages.
 *
 * @param left  the first input
 * @param right the second
 */
@JsonTypeName("concat")
public record QuantizedConcat(
        String name,
        Operand left,
        Operand right,
        FixedPointFormat accumulatorFormat,
        FixedPointFormat outputFormat,
        Clamp clamp)
        implements QuantizedLayer {
    public QuantizedConcat {
        int fraction = Math.max(left.format().fractionBits(), right.format().fractionBits());
        if (accumulatorFormat.fractionBits() != fraction) {
            throw new IllegalArgumentException("layer " + name + ": the accumulator " + accumulatorFormat
                    + " does not hold both " + left.format() + " and " + right.format() + " exactly");
        }
        clamp.checkFits(name, accumulatorFormat);
    }

    @Override
    public List<Operand> inputs() {
        return List.of(left, right);
    }

    @Override
    public Shape output() {
        return new Concat(name).outputShape(List.of(left.shape(), right.shape()));
    }

    @Override
    public long macs() {
        return 0;
    }

    @Override
    public Sums sums(List<List<RawRange>> inputs) {
        List<RawRange> results = new ArrayList<>();
        inputs.get(0).forEach(range -> results.add(range.aligned(left.format(), accumulatorFormat)));
        inputs.get(1).forEach(range -> results.add(range.aligned(right.format(), accumulatorFormat)));
        return Sums.of(results);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.concat(this);
    }
}
