/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.fixedpoint.FixedPointFormat;

/**
 * Two products of a weight each with the same input, in one slice: one weight lies above the other in the wider operand,
 * as the kernel PackedProducts has it.
 *
 * @param slice  of the device
 * @param weight of both
 * @param input  that both are multiplied with
 */
record PackedSlice(DspSlice slice, FixedPointFormat weight, FixedPointFormat input) {
    /** Whether both products have room, and need a slice at all. */
    boolean isPossible() {
        return productBits() <= lowBits()
                && signedBits(input) <= slice.narrow()
                && ResourceModel.product(input.width(), input.signed(), weight, slice)
                                .dsp()
                        == 1;
    }

    /** What is in the way, as a message says it. */
    String whyNot(int outputs) {
        return isPossible()
                ? "two outputs share a slice, and " + outputs + " is odd"
                : "two products of " + weight.width() + " x " + input.width()
                        + " bits have no room in a slice of " + slice.wide() + " x " + slice.narrow()
                        + ", or need none";
    }

    /** Of each of the two, signed. */
    int productBits() {
        return signedBits(weight) + signedBits(input) - (weight.signed() && input.signed() ? 0 : 1);
    }

    /** Whether a slice can add its products to those of another one, before they are taken apart. */
    boolean addsPairs() {
        return lowBits() > productBits();
    }

    /** Below the upper weight. */
    private int lowBits() {
        return slice.wide() - 1 - weight.width();
    }

    private static int signedBits(FixedPointFormat format) {
        return format.width() + (format.signed() ? 0 : 1);
    }
}
