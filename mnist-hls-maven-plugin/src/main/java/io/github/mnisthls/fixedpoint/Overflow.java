/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

/** Overflow modes of {@code ap_fixed} that are supported. */
public enum Overflow {
    /** Clamps to the nearest end of the range. */
    AP_SAT,
    /** Becomes zero. */
    AP_SAT_ZERO,
    /** Clamps to a range that is symmetric about zero. */
    AP_SAT_SYM,
    /** Keeps the low bits. */
    AP_WRAP
}
