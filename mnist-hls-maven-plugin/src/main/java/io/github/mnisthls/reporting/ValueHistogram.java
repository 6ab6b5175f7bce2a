/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How many values have their highest bit at each position, beside the format that is to hold them. Positions rather
 * than equal steps, because that is what a binary point divides: a value of magnitude {@code 2^e} to {@code 2^(e+1)} is
 * counted at {@code e}.
 *
 * @param count          of all values, zeros included
 * @param zeros          values that are exactly zero
 * @param vanishing      values that are not zero but below half a step of the format
 * @param outside        values below the format's smallest or above its largest
 * @param signal         sum of the squares of the values
 * @param noise          sum of the squares of what the format changes them by
 * @param min            the smallest value; 0 if there is none
 * @param max            the largest value; 0 if there is none
 * @param lowestExponent of the first entry of the two lists
 * @param positive       positive values by exponent
 * @param negative       negative values by exponent; as long as {@code positive}
 */
public record ValueHistogram(
        FixedPointFormat format,
        long count,
        long zeros,
        long vanishing,
        long outside,
        double signal,
        double noise,
        double min,
        double max,
        int lowestExponent,
        List<Long> positive,
        List<Long> negative) {
    public ValueHistogram {
        positive = List.copyOf(positive);
        negative = List.copyOf(negative);
        if (positive.size() != negative.size()) {
            throw new IllegalArgumentException(
                    positive.size() + " positive bins do not go with " + negative.size() + " negative ones");
        }
    }

    /** Counts the values that this format is to hold. */
    public static Counter counter(FixedPointFormat format) {
        return new Counter(format);
    }

    /** Of the power of the values to that of the error that the format brings, in decibels; infinite without an error. */
    public double signalToNoise() {
        return noise == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(signal / noise);
    }

    /** The share of the values that are not zero but become it. */
    public double vanishingShare() {
        return share(vanishing);
    }

    /** The share of the values that the format cannot reach. */
    public double outsideShare() {
        return share(outside);
    }

    private double share(long part) {
        return count == 0 ? 0 : (double) part / count;
    }

    /** The exponent after the last entry of the two lists. */
    public int endExponent() {
        return lowestExponent + positive.size();
    }

    /** The exponent of the format's step: values of smaller magnitude lie between two representable ones. */
    public int formatLowExponent() {
        return -format.fractionBits();
    }

    /** The format holds magnitudes below two to this power. */
    public int formatHighExponent() {
        return format.integerBits() - (format.signed() ? 1 : 0);
    }

    /** Takes values one by one; not for several threads at once. */
    public static final class Counter {
        private static final int LOWEST = Double.MIN_EXPONENT - 1;
        private static final int EXPONENTS = Double.MAX_EXPONENT - LOWEST + 1;

        private final FixedPointFormat format;
        private final double lowest;
        private final double highest;
        private final double halfStep;
        private final long[] positive = new long[EXPONENTS];
        private final long[] negative = new long[EXPONENTS];
        private int firstBin = EXPONENTS;
        private int endBin;
        private long count;
        private long zeros;
        private long vanishing;
        private long outside;
        private double signal;
        private double noise;
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;

        private Counter(FixedPointFormat format) {
            this.format = format;
            lowest = format.toDouble(format.minRaw());
            highest = format.toDouble(format.maxRaw());
            halfStep = Math.scalb(1.0, -format.fractionBits() - 1);
        }

        /**
         * Counts one value, before it is brought to the format.
         *
         * @throws IllegalArgumentException if it is NaN or infinite
         */
        public Counter add(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("A histogram takes finite numbers only, not " + value);
            }
            count++;
            min = Math.min(min, value);
            max = Math.max(max, value);
            if (value == 0) {
                zeros++;
                return this;
            }
            if (value < lowest || value > highest) {
                outside++;
            } else if (Math.abs(value) < halfStep) {
                vanishing++;
            }
            double error = value - format.toDouble(format.quantize(value));
            signal += value * value;
            noise += error * error;
            int bin = Math.getExponent(value) - LOWEST;
            (value > 0 ? positive : negative)[bin]++;
            firstBin = Math.min(firstBin, bin);
            endBin = Math.max(endBin, bin + 1);
            return this;
        }

        /** The histogram of what was added so far. */
        public ValueHistogram build() {
            int first = Math.min(firstBin, endBin);
            return new ValueHistogram(
                    format,
                    count,
                    zeros,
                    vanishing,
                    outside,
                    signal,
                    noise,
                    count == 0 ? 0 : min,
                    count == 0 ? 0 : max,
                    first + LOWEST,
                    boxed(positive, first),
                    boxed(negative, first));
        }

        private List<Long> boxed(long[] bins, int first) {
            return LongStream.of(Arrays.copyOfRange(bins, first, endBin))
                    .boxed()
                    .toList();
        }
    }
}
