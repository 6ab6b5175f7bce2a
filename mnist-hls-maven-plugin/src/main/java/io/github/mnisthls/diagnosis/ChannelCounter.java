/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.OptionalDouble;

/** Counts what becomes of a layer's results in their type. */
final class ChannelCounter {
    /** Of the layer's mean variance: less tells nothing from nothing. */
    private static final double FLAT = 1e-4;

    private final FixedPointFormat format;
    private final int channels;
    private final double[] sums;
    private final double[] squares;
    private final double least;
    private final double greatest;
    private double signal;
    private double noise;
    private long count;
    private long saturated;
    private long vanished;

    ChannelCounter(FixedPointFormat format, int channels) {
        this.format = format;
        this.channels = channels;
        this.sums = new double[channels];
        this.squares = new double[channels];
        this.least = format.toDouble(format.minRaw());
        this.greatest = format.toDouble(format.maxRaw());
    }

    /** Looks at the results for one image, channel by channel. */
    void add(float... values) {
        int area = values.length / channels;
        double step = format.toDouble(1);
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            double rounded = format.toDouble(format.quantize(value));
            signal += value * value;
            noise += (rounded - value) * (rounded - value);
            // Half a step beyond the last value rounds to it.
            saturated += value < least - step / 2 || value > greatest + step / 2 ? 1 : 0;
            vanished += value != 0 && rounded == 0 ? 1 : 0;
            sums[i / area] += value;
            squares[i / area] += value * value;
        }
        count += values.length;
    }

    double saturated() {
        return (double) saturated / count;
    }

    double vanished() {
        return (double) vanished / count;
    }

    OptionalDouble decibels() {
        return decibels(signal, noise);
    }

    /** None if there is no noise. */
    static OptionalDouble decibels(double signal, double noise) {
        return noise == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(10 * Math.log10(Math.max(signal, 1e-30) / noise));
    }

    int dead() {
        int dead = 0;
        for (double each : squares) {
            dead += each == 0 ? 1 : 0;
        }
        return dead;
    }

    int flat() {
        double perChannel = (double) count / channels;
        double all = 0;
        double[] variances = new double[channels];
        for (int i = 0; i < channels; i++) {
            double mean = sums[i] / perChannel;
            variances[i] = squares[i] / perChannel - mean * mean;
            all += variances[i];
        }
        int flat = 0;
        for (int i = 0; i < channels; i++) {
            // Beside their own size, too: what is computed from equal numbers is not quite 0.
            double next = Math.max(FLAT * all / channels, FLAT * FLAT * squares[i] / perChannel);
            flat += squares[i] != 0 && variances[i] <= next ? 1 : 0;
        }
        return flat;
    }
}
