/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** What a conversion gives, computed in decimal arithmetic of any length: slow, and nothing like the real thing. */
public final class DecimalOracle {
    private DecimalOracle() {}

    /** The number that a raw integer stands for. */
    public static BigDecimal value(BigInteger raw, int fractionBits) {
        return new BigDecimal(raw).multiply(power(-fractionBits));
    }

    /** A raw value as an integer of any length. */
    public static BigInteger raw(long raw, FixedPointFormat format) {
        return format.signed() ? BigInteger.valueOf(raw) : new BigInteger(Long.toUnsignedString(raw));
    }

    /** The raw value of a number in a format. */
    public static BigInteger quantize(BigDecimal value, FixedPointFormat target) {
        BigDecimal scaled = value.multiply(power(target.fractionBits()));
        return fit(
                scaled.setScale(0, mode(target.rounding(), scaled.signum() < 0)).toBigIntegerExact(), target);
    }

    private static RoundingMode mode(Rounding rounding, boolean negative) {
        return switch (rounding) {
            case AP_RND -> negative ? RoundingMode.HALF_DOWN : RoundingMode.HALF_UP;
            case AP_RND_ZERO -> RoundingMode.HALF_DOWN;
            case AP_RND_MIN_INF -> negative ? RoundingMode.HALF_UP : RoundingMode.HALF_DOWN;
            case AP_RND_INF -> RoundingMode.HALF_UP;
            case AP_RND_CONV -> RoundingMode.HALF_EVEN;
            case AP_TRN -> RoundingMode.FLOOR;
            case AP_TRN_ZERO -> RoundingMode.DOWN;
        };
    }

    private static BigInteger fit(BigInteger integer, FixedPointFormat target) {
        BigInteger two = BigInteger.TWO;
        BigInteger modulus = two.pow(target.width());
        BigInteger max = (target.signed() ? two.pow(target.width() - 1) : modulus).subtract(BigInteger.ONE);
        BigInteger min = target.signed() ? two.pow(target.width() - 1).negate() : BigInteger.ZERO;
        boolean symmetric = target.overflow() == Overflow.AP_SAT_SYM && target.signed() && target.width() > 1;
        BigInteger lowest = symmetric ? max.negate() : min;
        if (integer.compareTo(lowest) >= 0 && integer.compareTo(max) <= 0) {
            return integer;
        }
        return switch (target.overflow()) {
            case AP_SAT, AP_SAT_SYM -> integer.signum() < 0 ? lowest : max;
            case AP_SAT_ZERO -> BigInteger.ZERO;
            case AP_WRAP -> {
                BigInteger low = integer.mod(modulus);
                yield low.compareTo(max) > 0 ? low.subtract(modulus) : low;
            }
        };
    }

    private static BigDecimal power(int exponent) {
        BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(exponent)));
        return exponent < 0 ? BigDecimal.ONE.divide(power) : power;
    }
}
