/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.FloatVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds where literal formats are too narrow. */
final class RangeWarnings {
    private final List<RangeWarning> warnings = new ArrayList<>();

    List<RangeWarning> list() {
        return warnings;
    }

    /** Weights that the format changes by more than rounding. */
    void checkWeights(String layer, FloatVector weights, FixedPointFormat format) {
        int outside = 0;
        double farthest = 0;
        for (int i = 0; i < weights.size(); i++) {
            double value = weights.get(i);
            if (value < min(format) - step(format) / 2 || value > max(format) + step(format) / 2) {
                outside++;
                farthest = Math.abs(value) > Math.abs(farthest) ? value : farthest;
            }
        }
        if (outside > 0) {
            String message = String.format(
                    Locale.ROOT,
                    "Layer '%s': %d of %d weights are outside the range of %s, %s to %s; the farthest is %s.",
                    layer,
                    outside,
                    weights.size(),
                    format,
                    number(min(format)),
                    number(max(format)),
                    number(farthest));
            warnings.add(new RangeWarning(layer, true, message));
        }
    }

    /**
     * Results that the format cannot hold.
     *
     * @param seenMin of the float network on the calibration images, ends included; {@code seenMax} alike
     */
    void checkOutputs(QuantizedLayer layer, LayerRange proof, double seenMin, double seenMax) {
        FixedPointFormat format = layer.outputFormat();
        double provedMin = cut(layer, proof.minValue());
        double provedMax = cut(layer, proof.maxValue());
        double excess = Math.max(provedMax - max(format), min(format) - provedMin);
        if (excess > step(format) / 2) {
            boolean seen = Math.max(seenMax - max(format), min(format) - seenMin) > step(format) / 2;
            String message = String.format(
                    Locale.ROOT,
                    "Layer '%s': with the quantized weights, results can be from %s to %s, up to %s outside the range"
                            + " of %s, %s to %s. In float32, on the calibration images, they are from %s to %s.",
                    layer.name(),
                    number(provedMin),
                    number(provedMax),
                    number(excess),
                    format,
                    number(min(format)),
                    number(max(format)),
                    number(seenMin),
                    number(seenMax));
            warnings.add(new RangeWarning(layer.name(), seen, message));
        }
    }

    private static double cut(QuantizedLayer layer, double value) {
        double step = step(layer.accumulatorFormat());
        double above =
                layer.clamp().lowest().map(end -> Math.max(value, end * step)).orElse(value);
        return layer.clamp().highest().map(end -> Math.min(above, end * step)).orElse(above);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "");
    }

    private static double min(FixedPointFormat format) {
        return format.toDouble(format.minRaw());
    }

    private static double max(FixedPointFormat format) {
        return format.toDouble(format.maxRaw());
    }

    private static double step(FixedPointFormat format) {
        return Math.scalb(1.0, -format.fractionBits());
    }
}
