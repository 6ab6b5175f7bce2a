/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the network sees of a pixel value from 0 to 255: {@code (pixel / 255 - mean) * scale}. The default is 0 to 1.
 * PyTorch's {@code Normalize(mean, std)} behind {@code ToTensor} has {@code scale = 1 / std}; networks that were trained
 * on 0 to 255 have mean 0 and scale 255.
 *
 * @param means  one for all channels, or one per channel; finite
 * @param scales alike; not 0
 */
public record PixelScaling(List<Double> means, List<Double> scales) {
    /** 0 to 1. */
    public static final PixelScaling UNIT = new PixelScaling(List.of(0.0), List.of(1.0));

    public static final int PIXEL_VALUES = 256;

    private static final int MAX_PIXEL = PIXEL_VALUES - 1;

    public PixelScaling {
        means = List.copyOf(means);
        scales = List.copyOf(scales);
        check(Settings.INPUT_MEAN, means, true);
        check(Settings.INPUT_SCALE, scales, false);
    }

    private static void check(Setting setting, List<Double> values, boolean mayBeZero) {
        if (values.isEmpty()) {
            throw new InvalidSettingException(
                    setting, "nothing", "a number is needed", "Give one number, or one per channel.");
        }
        for (double value : values) {
            if (!Double.isFinite(value) || (value == 0 && !mayBeZero)) {
                throw new InvalidSettingException(
                        setting,
                        value,
                        mayBeZero ? "it must be a finite number" : "it must be a finite number other than 0",
                        "Give one number, or one per channel, as for PyTorch's Normalize(mean, std): mean, and 1/std.");
            }
        }
    }

    /**
     * Refuses numbers of values other than one, or one per channel.
     *
     * @throws InvalidSettingException if they do not fit the image
     */
    void checkChannels(int channels) {
        checkCount(Settings.INPUT_MEAN, means, channels);
        checkCount(Settings.INPUT_SCALE, scales, channels);
    }

    private static void checkCount(Setting setting, List<Double> values, int channels) {
        if (values.size() != 1 && values.size() != channels) {
            throw new InvalidSettingException(
                    setting,
                    values.size() + " numbers",
                    "images have " + channels + (channels == 1 ? " channel" : " channels"),
                    "Give one number, or one per channel.");
        }
    }

    public boolean isUnit() {
        return equals(UNIT);
    }

    /** Whether all channels are alike. */
    public boolean isUniform() {
        return means.stream().distinct().count() == 1
                && scales.stream().distinct().count() == 1;
    }

    /** What the network sees, of a pixel value that may lie between two whole ones. */
    public double apply(int channel, double pixel) {
        return (pixel / MAX_PIXEL - of(means, channel)) * of(scales, channel);
    }

    /** The smallest of all that the network can see. */
    public double min() {
        return ends().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** The largest of all that the network can see. */
    public double max() {
        return ends().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private List<Double> ends() {
        int channels = Math.max(means.size(), scales.size());
        return IntStream.range(0, channels)
                .boxed()
                .flatMap(channel -> Stream.of(apply(channel, 0), apply(channel, MAX_PIXEL)))
                .toList();
    }

    private static double of(List<Double> values, int channel) {
        return values.get(values.size() == 1 ? 0 : channel);
    }
}
