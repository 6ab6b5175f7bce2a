/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

/**
 * A statement that has to do with rounding.
 *
 * @param first  number of its first line, from 1
 * @param last   number of its last line
 * @param code   as a person reads it
 * @param reason what rounds there, and where that is defined
 */
public record Finding(Kind kind, int first, int last, String code, String reason) {
    /** What can be done about it. */
    public enum Kind {
        /** It does nothing but round one value: it can be left out. */
        LEAVE_OUT("rounds without a gradient"),
        /** It does more than that: a person has to take the rounding out of it. */
        BY_HAND("rounds without a gradient among other things; take the rounding out of it by hand"),
        /** It rounds with a gradient. */
        STRAIGHT_THROUGH("left alone, it has a straight-through gradient");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** For the log. */
    public String text() {
        return "line " + first + ": " + code + " - " + kind.words + " (" + reason + ")";
    }
}
