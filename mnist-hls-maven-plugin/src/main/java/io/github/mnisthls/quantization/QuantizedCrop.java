/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import java.util.List;

/**
 * Drops rows and columns at the edges; values keep their format.
 *
 * @param margin how many on each side
 */
@JsonTypeName("crop")
public record QuantizedCrop(String name, Shape input, Padding margin, FixedPointFormat inputFormat)
        implements UnchangedValues {
    @Override
    public Shape output() {
        return new Crop(name, margin).outputShape(input);
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return Sums.of(inputs);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.crop(this);
    }
}
