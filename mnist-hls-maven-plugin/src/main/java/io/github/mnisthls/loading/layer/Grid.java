/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Quantize;
import java.util.Locale;

/**
 * What a quantizer rounds to: whole multiples of a power of two.
 *
 * @param exponent of that power
 * @param lowest   smallest multiple
 * @param highest  largest multiple, above the smallest
 * @param rounding of what lies between
 */
public record Grid(int exponent, long lowest, long highest, Rounding rounding) {
    /** More than any network is trained for. */
    public static final int MAX_BITS = 32;

    private static final int MAX_EXPONENT = 60;

    public Grid {
        if (lowest >= highest || lowest < -(1L << (MAX_BITS - 1)) || highest >= 1L << MAX_BITS) {
            throw new NotReadable(
                    "it rounds to whole multiples from " + lowest + " to " + highest,
                    "From 2 to " + MAX_BITS + " bits are supported.");
        }
    }

    /** All numbers of so many bits. */
    public static Grid ofBits(int exponent, int bits, boolean signed, boolean narrow, Rounding rounding) {
        if (bits < 1 || bits > MAX_BITS) {
            throw new NotReadable("bit width is " + bits, "From 1 to " + MAX_BITS + " bits are supported.");
        }
        long all = 1L << bits;
        int cut = narrow ? 1 : 0;
        return signed
                ? new Grid(exponent, -all / 2 + cut, all / 2 - 1, rounding)
                : new Grid(exponent, 0, all - 1 - cut, rounding);
    }

    /** The exponent of a scale, which must be a power of two. */
    public static int exponent(String what, double scale) {
        int exponent = Math.getExponent(scale);
        if (scale <= 0 || Math.abs(exponent) > MAX_EXPONENT || scale != Math.scalb(1.0, exponent)) {
            String nearest = scale > 0 && Math.abs(exponent) <= MAX_EXPONENT
                    ? ", the nearest being " + Math.scalb(1.0, (int) Math.rint(Math.log(scale) / Math.log(2)))
                    : "";
            throw new NotReadable(
                    String.format(Locale.ROOT, "%s is %s, which is not a power of two%s", what, scale, nearest),
                    "Train it with power-of-two scales (Brevitas: Int8WeightPerTensorFixedPoint and"
                            + " Int8ActPerTensorFixedPoint, or restrict_scaling_type=POWER_OF_TWO; QKeras: alpha=1 or"
                            + " auto_po2), or export it without quantizers and choose <precision>");
        }
        return exponent;
    }

    /** Those of its multiples that lie between two others. */
    public Grid within(double min, double max) {
        return new Grid(
                exponent,
                (long) Math.max((double) lowest, Math.ceil(min)),
                (long) Math.min((double) highest, Math.floor(max)),
                rounding);
    }

    /** The narrowest type that holds all of it; what it holds besides has to be clipped before. */
    public FixedPointFormat format() {
        boolean signed = lowest < 0;
        long magnitude = Math.max(highest, signed ? -lowest - 1 : 0);
        int width = Long.SIZE - Long.numberOfLeadingZeros(magnitude) + (signed ? 1 : 0);
        boolean symmetric = signed && width > 1 && lowest == -highest;
        boolean full = highest == (1L << (width - 1)) - 1;
        return new FixedPointFormat(
                width, width + exponent, signed, rounding, symmetric && full ? Overflow.AP_SAT_SYM : Overflow.AP_SAT);
    }

    private boolean isCutShort() {
        FixedPointFormat format = format();
        return format.minRaw() != lowest || format.maxRaw() != highest;
    }

    private double min() {
        return Math.scalb((double) lowest, exponent);
    }

    private double max() {
        return Math.scalb((double) highest, exponent);
    }

    /** The same multiples of a power of two that is larger by a factor of {@code 2^shift}. */
    public Grid shifted(int shift) {
        return new Grid(exponent + shift, lowest, highest, rounding);
    }

    /** The multiple that a value is rounded to. */
    public double round(double value) {
        FixedPointFormat format = format();
        return format.toDouble(format.quantize(Math.min(Math.max(value, min()), max())));
    }

    /** A format that holds the values of both. */
    public static FixedPointFormat hull(FixedPointFormat a, FixedPointFormat b) {
        if (a.equals(b)) {
            return a;
        }
        boolean signed = a.signed() || b.signed();
        int integer = Math.max(
                a.integerBits() + (signed && !a.signed() ? 1 : 0), b.integerBits() + (signed && !b.signed() ? 1 : 0));
        int fraction = Math.max(a.fractionBits(), b.fractionBits());
        return new FixedPointFormat(integer + fraction, integer, signed, Rounding.AP_RND_CONV, Overflow.AP_SAT);
    }

    /** Adds what rounds a value so, and clips it where the type alone would not; gives the rounded value. */
    public int add(Origin origin, LayerCollector network, int value) {
        int clipped = isCutShort() ? network.add(origin, name -> new Clip(name, min(), max()), value) : value;
        return network.add(origin, name -> new Quantize(name, format()), clipped);
    }

    /** Adds what makes of a value the power of two of this exponent with the value's sign, which is positive for 0. */
    public static int addSign(Origin origin, LayerCollector network, int value, boolean onlyReader, int exponent) {
        int bit = new Grid(exponent + 1, -1, 0, Rounding.AP_TRN).add(origin, network, value);
        double[] shift = {Math.scalb(1.0, exponent)};
        return network.scale(origin, bit, onlyReader, new double[] {1}, shift);
    }
}
