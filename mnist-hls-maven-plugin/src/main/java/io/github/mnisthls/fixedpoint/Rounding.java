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
    AP_TRN_ZERO
}
