/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.network.PixelScaling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a file computes of each value of its input before anything else: {@code scale * x + offset}. In hardware this costs
 * nothing as part of the {@link PixelScaling}, if only it is known whether the file takes pixels from 0 to 255 or from 0 to 1.
 * That is written nowhere, but mostly one of both alone leaves the network something to see.
 *
 * @param scales  one for all channels, or one per channel; not 0
 * @param offsets as many
 */
public record InputScaling(List<Double> scales, List<Double> offsets) {
    /** Values as they are. */
    public static final InputScaling NONE = new InputScaling(List.of(1.0), List.of(0.0));

    private static final double MAX_PIXEL = 255;

    /** Nobody scales pixels by more. */
    private static final double MOST = 1e9;

    /** What scales by less is made for 0 to 255. */
    private static final double LARGEST_FOR_BYTES = 1.0 / 16;

    /** What scales by more is made for 0 to 1. */
    private static final double SMALLEST_FOR_UNIT = 1.0 / 4;

    /** A mean beyond it is none of values from 0 to 1. */
    private static final double LARGEST_MEAN_FOR_UNIT = 4;

    public InputScaling {
        scales = List.copyOf(scales);
        offsets = List.copyOf(offsets);
        if (scales.isEmpty() || scales.size() != offsets.size() || scales.contains(0.0)) {
            throw new IllegalArgumentException(scales + " and " + offsets);
        }
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** What is computed of a value. */
    double apply(int channel, double value) {
        int index = scales.size() == 1 ? 0 : channel;
        return scales.get(index) * value + offsets.get(index);
    }

    /**
     * Computes more of what was computed before.
     *
     * @param channels of the image
     * @param factors  one, or one per channel
     * @param summands alike
     * @return empty if there are others, or if something is lost for good
     */
    Optional<InputScaling> then(int channels, double[] factors, double[] summands) {
        if (!fits(channels, factors) || !fits(channels, summands)) {
            return Optional.empty();
        }
        List<Double> newScales = new ArrayList<>();
        List<Double> newOffsets = new ArrayList<>();
        for (int i = 0; i < channels; i++) {
            double factor = factors[factors.length == 1 ? 0 : i];
            double summand = summands[summands.length == 1 ? 0 : i];
            int index = scales.size() == 1 ? 0 : i;
            newScales.add(scales.get(index) * factor);
            newOffsets.add(offsets.get(index) * factor + summand);
        }
        boolean usual = newScales.stream().map(Math::abs).allMatch(scale -> scale > 1 / MOST && scale < MOST)
                && newOffsets.stream().map(Math::abs).allMatch(offset -> offset < MOST);
        if (!usual) {
            return Optional.empty();
        }
        boolean alike = newScales.stream().distinct().count() == 1
                && newOffsets.stream().distinct().count() == 1;
        int count = alike ? 1 : channels;
        return Optional.of(new InputScaling(newScales.subList(0, count), newOffsets.subList(0, count)));
    }

    private static boolean fits(int channels, double... values) {
        return values.length == 1 || values.length == channels;
    }

    /** What the network sees if the file takes pixels from 0 to 1. */
    public PixelScaling ofUnit() {
        return of(1);
    }

    /** What the network sees if the file takes pixels from 0 to 255. */
    public PixelScaling ofBytes() {
        return of(MAX_PIXEL);
    }

    /** The one of both that leaves the network something to see; empty if both may. */
    public Optional<PixelScaling> pixels() {
        double largest = scales.stream().mapToDouble(Math::abs).max().orElseThrow();
        double smallest = scales.stream().mapToDouble(Math::abs).min().orElseThrow();
        double mean = Collections.max(means(1).stream().map(Math::abs).toList());
        if (largest <= LARGEST_FOR_BYTES || mean > LARGEST_MEAN_FOR_UNIT) {
            return Optional.of(ofBytes());
        }
        return smallest >= SMALLEST_FOR_UNIT ? Optional.of(ofUnit()) : Optional.empty();
    }

    private PixelScaling of(double range) {
        return new PixelScaling(
                means(range), scales.stream().map(scale -> scale * range).toList());
    }

    private List<Double> means(double range) {
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < scales.size(); i++) {
            means.add(0 - offsets.get(i) / scales.get(i) / range);
        }
        return means;
    }
}
