/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

/** Quantization modes of {@code ap_fixed}: what happens to fraction bits that the target lacks. */
public enum Rounding {
    /** Half toward plus infinity. */
    AP_RND,
    /** Half toward zero. */
    AP_RND_ZERO,
    /** Half toward minus infinity. */
    AP_RND_MIN_INF,
    /** Half away from zero. */
    AP_RND_INF,
    /** Half to even. */
    AP_RND_CONV,
    /** Toward minus infinity. */
    AP_TRN,
    /** Toward zero. */
    AP_TRN_ZERO;

    /**
     * Whether the floor of a value is to be raised by one.
     *
     * @param half     the most significant dropped bit
     * @param rest     whether any other dropped bit is set
     * @param negative whether the value is below zero
     * @param odd      whether the floor is odd
     */
    boolean roundsUp(boolean half, boolean rest, boolean negative, boolean odd) {
        return switch (this) {
            case AP_TRN -> false;
            case AP_TRN_ZERO -> negative && (half || rest);
            case AP_RND -> half;
            case AP_RND_ZERO -> half && (negative || rest);
            case AP_RND_MIN_INF -> half && rest;
            case AP_RND_INF -> half && (!negative || rest);
            case AP_RND_CONV -> half && (odd || rest);
        };
    }
}
