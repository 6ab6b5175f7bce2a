/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.ZeroPad;
import java.util.List;

/** Zeros around the image; values keep their format. */
@JsonTypeName("pad")
public record QuantizedPad(String name, Shape input, Padding padding, FixedPointFormat inputFormat)
        implements UnchangedValues {
    @Override
    public Shape output() {
        return new ZeroPad(name, padding).outputShape(input);
    }

    @Override
    public Sums sumsOf(List<RawRange> inputs) {
        return Sums.of(inputs.stream().map(RawRange.ZERO::hull).toList());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.pad(this);
    }
}
