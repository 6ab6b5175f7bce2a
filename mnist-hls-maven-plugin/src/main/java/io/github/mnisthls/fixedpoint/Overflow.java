/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

/**
 * Overflow modes of {@code ap_fixed} that are supported: what becomes of a value that is out of range after rounding.
 */
public enum Overflow {
    /** Clamps to the nearest end of the range. */
    AP_SAT {
        @Override
        long replace(boolean negative, long low, FixedPointFormat target) {
            return negative ? target.minRaw() : target.maxRaw();
        }
    },
    /** Becomes zero. */
    AP_SAT_ZERO {
        @Override
        long replace(boolean negative, long low, FixedPointFormat target) {
            return 0;
        }
    },
    /** Clamps to a range that is symmetric about zero. */
    AP_SAT_SYM {
        @Override
        long replace(boolean negative, long low, FixedPointFormat target) {
            return negative ? target.minRaw() : target.maxRaw();
        }
    },
    /** Keeps the low bits. */
    AP_WRAP {
        @Override
        long replace(boolean negative, long low, FixedPointFormat target) {
            return Conversion.wrap(low, target);
        }
    };

    /**
     * The raw value that stands for one out of range.
     *
     * @param negative whether the value is below zero
     * @param low      its low 64 bits
     */
    abstract long replace(boolean negative, long low, FixedPointFormat target);
}
