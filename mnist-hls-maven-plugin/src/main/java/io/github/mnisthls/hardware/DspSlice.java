/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** DSP slices, by the widths of their signed multiplier. */
public enum DspSlice {
    /** 7-series and Zynq-7000: 25 x 18 bits. */
    DSP48E1(25, 18),
    /** UltraScale and UltraScale+: 27 x 18 bits. */
    DSP48E2(27, 18),
    /** Versal: 27 x 24 bits. */
    DSP58(27, 24);

    private final int wide;
    private final int narrow;

    DspSlice(int wide, int narrow) {
        this.wide = wide;
        this.narrow = narrow;
    }

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
