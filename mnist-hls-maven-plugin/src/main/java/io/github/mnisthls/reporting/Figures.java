/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as text, the same in every language of the machine. */
final class Figures {
    private static final int DEFAULT_DECIMALS = 2;
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

    private static final int LARGEST_DIGITS = 6;

    private Figures() {}

    /** A whole number with its thousands apart. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A fraction of 1 in percent. */
    static String percent(double fraction) {
        return percent(fraction, DEFAULT_DECIMALS);
    }

    /** A fraction of 1 in percent. */
    static String percent(double fraction, int decimals) {
        return fixed(100 * fraction, decimals) + " %";
    }

    /** A difference of two fractions of 1 in percentage points, with its sign unless it is zero as written. */
    static String points(double difference, int decimals) {
        String text = fixed(100 * difference, decimals);
        return text.startsWith("-") || text.equals(fixed(0, decimals)) ? text : "+" + text;
    }

    /** As many decimals as percentages of so many images need for one image to show. */
    static int decimals(int images) {
        int decimals = DEFAULT_DECIMALS;
        for (long seen = 10_000; seen < images; seen *= 10) {
            decimals++;
        }
        return decimals;
    }

    /** A number with so many decimals; never minus zero. */
    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
    }

    /** A number as short as it can be written with at most three decimals. */
    static String plain(double value) {
        String text = fixed(value, 3);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** Two to an integer power, with the exponent raised. */
    static String powerOfTwo(int exponent) {
        StringBuilder raised = new StringBuilder("2");
        Integer.toString(exponent).chars().forEach(c -> raised.append(c == '-' ? '\u207b' : RAISED.charAt(c - '0')));
        return raised.toString();
    }

    /** A type without its modes: the range hardly depends on them. */
    static String type(FixedPointFormat format) {
        return (format.signed() ? "ap_fixed<" : "ap_ufixed<") + format.width() + "," + format.integerBits() + ">";
    }

    /** The largest value of a type, never rounded up to one that it does not hold: 127.996 rather than 128. */
    static String largest(FixedPointFormat format) {
        return new BigDecimal(format.toDouble(format.maxRaw()))
                .round(new MathContext(LARGEST_DIGITS, RoundingMode.DOWN))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** A number of any size with four significant digits. */
    static String significant(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return fixed(value, decimals);
    }
}
