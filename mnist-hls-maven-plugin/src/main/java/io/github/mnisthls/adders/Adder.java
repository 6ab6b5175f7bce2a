/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

/**
 * The sum or the difference of two terms.
 *
 * @param left  not negative
 * @param right subtracted if it is negative; not shifted, or else the left one is not
 * @param range all that the result can be: exactly, if each input can be all that its range says
 * @param level additions on the longest way from an input, with this one
 * @param bits  that a carry chain of it has: those below a shifted operand pass by
 */
public record Adder(Term left, Term right, Interval range, int level, int bits) {
    public Adder {
        if (left.negative() || (left.shift() > 0 && right.shift() > 0)) {
            throw new IllegalArgumentException(left + " with " + right);
        }
    }
}
