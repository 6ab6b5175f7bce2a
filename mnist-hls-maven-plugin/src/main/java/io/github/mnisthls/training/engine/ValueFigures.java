/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrial.Normalized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What rounding does to one value of the network. */
final class ValueFigures {
    /** Smaller numbers are counted with these. */
    private static final int LOWEST_EXPONENT = -24;

    private final Rounding rounding;
    private final Moments before = new Moments();
    private final Moments after = new Moments();
    private long count;
    private long toZero;
    private long saturated;

    /** Sum, sum of squares, magnitudes and the numbers themselves. */
    private static final class Moments {
        private final List<float[]> parts = new ArrayList<>();
        private final Map<Integer, Long> exponents = new TreeMap<>();
        private double sum;
        private double squares;

        void add(float... values) {
            parts.add(values);
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
                if (value != 0) {
                    exponents.merge(Math.max(LOWEST_EXPONENT, Math.getExponent(value)), 1L, Long::sum);
                }
            }
        }

        double mean(long numbers) {
            return sum / numbers;
        }

        double deviation(long numbers) {
            return Math.sqrt(Math.max(0, squares / numbers - mean(numbers) * mean(numbers)));
        }

        long distinct() {
            float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            // minus zero is zero
            for (int i = 0; i < all.length; i++) {
                all[i] += 0.0f;
            }
            Arrays.sort(all);
            long distinct = all.length == 0 ? 0 : 1;
            for (int i = 1; i < all.length; i++) {
                distinct += all[i] == all[i - 1] ? 0 : 1;
            }
            return distinct;
        }
    }

    ValueFigures(Rounding rounding) {
        this.rounding = rounding;
    }

    /** Looks at the images of one shard, which were computed. */
    void add(Shard shard) {
        float[] all = rounding.in(shard);
        float[] allRounded = new float[all.length];
        rounding.round(all, allRounded);
        float[] values = images(all, shard.count);
        float[] rounded = images(allRounded, shard.count);
        double least = rounding.how().least();
        double greatest = rounding.how().greatest();
        for (int i = 0; i < values.length; i++) {
            toZero += values[i] != 0 && rounded[i] == 0 ? 1 : 0;
            saturated += values[i] < least || values[i] > greatest ? 1 : 0;
        }
        count += values.length;
        before.add(values);
        after.add(rounded);
    }

    /** The lanes that hold an image. */
    private static float[] images(float[] lanes, int count) {
        float[] values = new float[lanes.length / Kernels.LANES * count];
        for (int i = 0; i < lanes.length / Kernels.LANES; i++) {
            System.arraycopy(lanes, i * Kernels.LANES, values, i * count, count);
        }
        return values;
    }

    RoundingTrial.Value of(String layer, boolean normalizes) {
        FixedPointFormat format = rounding.how().format();
        return new RoundingTrial.Value(
                layer,
                format.toString(),
                (double) toZero / count,
                (double) saturated / count,
                before.distinct(),
                after.distinct(),
                normalizes ? Optional.of(normalized()) : Optional.empty());
    }

    private Normalized normalized() {
        return new Normalized(
                before.mean(count),
                before.deviation(count),
                after.mean(count),
                after.deviation(count),
                before.exponents,
                after.exponents);
    }
}
