/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * A multiplier of the device, of signed operands.
 *
 * @param wide   bits of the wider operand
 * @param narrow bits of the other
 */
public record DspSlice(int wide, int narrow) {
    /**
     * Slices for one product of two signed operands: as many as the rectangle of the operands takes tiles, each tile but
     * the top one being one bit smaller, because its part of the operand has no sign.
     */
    public int slicesFor(int aBits, int bBits) {
        int direct = tiles(aBits, wide) * tiles(bBits, narrow);
        int swapped = tiles(bBits, wide) * tiles(aBits, narrow);
        return Math.min(direct, swapped);
    }

    private static int tiles(int bits, int tile) {
        return bits <= tile ? 1 : 1 + (bits - 2) / (tile - 1);
    }
}
