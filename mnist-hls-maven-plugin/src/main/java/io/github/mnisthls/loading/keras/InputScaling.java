/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.network.PixelScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Layers at the input that scale pixels. Whether a model was given pixels from 0 to 255 or from 0 to 1 is written nowhere,
 * but only one of both leaves the network something to see: what scales by less than 1/16 takes the former, what
 * scales by more than 1/4 the latter, and what lies between is refused.
 */
final class InputScaling {
    private static final double MAX_PIXEL = 255;
    private static final double LARGEST_FOR_BYTES = 1.0 / 16;
    private static final double SMALLEST_FOR_UNIT = 1.0 / 4;

    private final double[] scales;
    private final double[] offsets;
    private boolean used;

    InputScaling(int channels) {
        scales = new double[channels];
        offsets = new double[channels];
        Arrays.fill(scales, 1);
    }

    /**
     * Scales what was scaled before.
     *
     * @param factors  one, or one per channel
     * @param summands alike
     */
    void then(double[] factors, double[] summands) {
        check(factors);
        check(summands);
        used = true;
        for (int i = 0; i < scales.length; i++) {
            double factor = factors[factors.length == 1 ? 0 : i];
            scales[i] *= factor;
            offsets[i] = offsets[i] * factor + summands[summands.length == 1 ? 0 : i];
        }
    }

    private void check(double... values) {
        if (values.length != 1 && values.length != scales.length) {
            throw new NotReadable(
                    "it has " + values.length + " values for " + scales.length + " channels",
                    "One for all is supported, or one per channel.");
        }
    }

    PixelScaling pixels() {
        if (!used) {
            return PixelScaling.UNIT;
        }
        double largest = Arrays.stream(scales).map(Math::abs).max().orElseThrow();
        double smallest = Arrays.stream(scales).map(Math::abs).min().orElseThrow();
        boolean bytes = largest <= LARGEST_FOR_BYTES;
        if (!bytes && smallest < SMALLEST_FOR_UNIT) {
            throw new NotReadable(
                    "its layers at the input scale by " + Arrays.toString(scales)
                            + ", which fits neither pixels from 0 to 255 nor from 0 to 1",
                    "Remove them, and set <inputMean> and <inputScale>.");
        }
        double range = bytes ? MAX_PIXEL : 1;
        List<Double> means = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        for (int i = 0; i < scales.length; i++) {
            means.add(0 - offsets[i] / scales[i] / range);
            factors.add(scales[i] * range);
        }
        return new PixelScaling(means, factors);
    }
}
