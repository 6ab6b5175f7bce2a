/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import java.util.List;

/**
 * Repeats rows and columns; values keep their format.
 *
 * @param rows    how often each row is there afterwards
 * @param columns how often each column is there afterwards
 */
@JsonTypeName("upsample")
public record QuantizedUpsample(String name, Shape input, int rows, int columns, FixedPointFormat inputFormat)
        implements UnchangedValues {
    @Override
    public Shape output() {
        return new Upsample(name, rows, columns).outputShape(input);
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return Sums.of(inputs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.upsample(this);
    }
}
