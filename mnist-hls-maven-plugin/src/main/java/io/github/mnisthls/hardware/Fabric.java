/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * What lookup tables, flip-flops and block memories a datapath takes. The rules are those of the logic itself; a test
 * compares each with what a synthesizer makes of it.
 */
final class Fabric {
    /** A lookup table is a read-only memory of this many bits. */
    private static final int ROM_BITS = 64;

    /** So many words have as many different columns as anyone needs. */
    private static final int FEW_WORDS = 16;

    /** A lookup table is a shift register of this many bits. */
    private static final int SHIFT_BITS = 32;

    /** Shorter delays are registers. */
    private static final int SHORTEST_SHIFT = 3;

    /** Four lookup tables are a memory of six bits by this many words, or of three bits by twice as many. */
    private static final int RAM_DEPTH = 32;

    private static final int UNCHAINED_BITS = 6;

    private static final int RAM_LUTS = 4;
    private static final int RAM_BITS = 6;

    private static final int BRAM18_BITS = 16_384;
    private static final int[] BRAM18_WIDTHS = {36, 18, 9, 4, 2, 1};
    private static final int BRAM18_WIDE_DEPTH = 512;

    private Fabric() {}

    /** Carry chains of so many bits, results of which are registered. */
    static Resources adders(long bits) {
        return new Resources(bits, bits, 0, 0, 0);
    }

    /** Registers. */
    static Resources registers(long bits) {
        return new Resources(0, bits, 0, 0, 0);
    }

    /** Logic alone. */
    static Resources luts(long count) {
        return new Resources(count, 0, 0, 0, 0);
    }

    /** Many times the same. */
    static Resources times(long count, Resources one) {
        return new Resources(
                count * one.lut(), count * one.ff(), count * one.dsp(), count * one.bram18(), count * one.uram());
    }

    /** The larger of two values, registered: a table per bit chooses, and few bits are compared without a carry chain. */
    static Resources larger(int bits) {
        long compared = bits <= UNCHAINED_BITS ? bits : divideUp(3L * bits, 4);
        return new Resources(bits + compared, bits, 0, 0, 0);
    }

    /**
     * A sum, two by two, each of the sums registered.
     *
     * @param bits of a term, signed
     */
    static Resources sumTree(long terms, int bits) {
        Resources sum = Resources.NONE;
        int width = bits;
        int waiting = 0;
        int waitingBits = bits;
        for (long left = terms; left > 1; left = left - left / 2) {
            long pairs = left / 2;
            if (left % 2 > 0) {
                waitingBits = waiting == 0 ? width : waitingBits;
                waiting++;
            } else {
                sum = sum.plus(delay(waitingBits, waiting));
                waiting = 0;
            }
            // The highest bit of a result is the carry out of the chain.
            sum = sum.plus(new Resources(pairs * width, pairs * (width + 1L), 0, 0, 0));
            width++;
        }
        return sum;
    }

    /**
     * A product, registered: rows of the wider operand are added two by two. Each bit of a pair of rows takes two tables,
     * each bit of a further sum one.
     */
    static Resources product(int aBits, int bBits) {
        long wide = Math.max(aBits, bBits);
        long narrow = Math.min(aBits, bBits);
        long sums = Math.max(0, narrow / 2 - 1);
        return new Resources(wide * narrow + sums * (wide + 2), wide + narrow, 0, 0, 0);
    }

    /** A value that comes so many cycles later. */
    static Resources delay(long bits, int cycles) {
        return cycles < SHORTEST_SHIFT ? registers(bits * cycles) : luts(bits * divideUp(cycles, SHIFT_BITS));
    }

    /** A FIFO as a shift register that is read at any place. */
    static Resources shiftFifo(long bits, long depth) {
        return depth < SHORTEST_SHIFT
                ? new Resources(bits * (depth - 1), bits * depth, 0, 0, 0)
                : luts(bits * divideUp(depth, SHIFT_BITS));
    }

    /** Memory of lookup tables, with a port to write and one to read, whose output is registered. */
    static Resources memory(long depth, long bits) {
        long luts = depth <= RAM_DEPTH
                ? RAM_LUTS * divideUp(bits, RAM_BITS)
                : RAM_LUTS * divideUp(bits, RAM_BITS / 2) * divideUp(depth, 2L * RAM_DEPTH);
        return new Resources(luts, bits, 0, 0, 0);
    }

    /** Read-only memory of lookup tables. */
    static Resources rom(long words, long bits) {
        return luts(columns(words, bits) * divideUp(words, ROM_BITS));
    }

    /** Different bits of a read-only memory: of few words there are few. */
    static long columns(long words, long bits) {
        return words < FEW_WORDS ? Math.min(bits, 1L << words) : bits;
    }

    /** The fewest 18-kbit memories, of shapes side by side, that hold so many words of this width. */
    static Resources blockMemories(long depth, long bits) {
        return new Resources(0, 0, 0, blocks(depth, bits), 0);
    }

    private static long blocks(long depth, long bits) {
        long fewest = bits == 0 ? 0 : Long.MAX_VALUE;
        for (int width : BRAM18_WIDTHS) {
            long oneDepth = width == BRAM18_WIDTHS[0] ? BRAM18_WIDE_DEPTH : BRAM18_BITS / Integer.highestOneBit(width);
            long one = divideUp(depth, oneDepth);
            if (bits >= width) {
                fewest = Math.min(fewest, bits / width * one + blocks(depth, bits % width));
            } else if (bits > 0) {
                fewest = Math.min(fewest, one);
            }
        }
        return fewest;
    }

    private static long divideUp(long amount, long unit) {
        return (amount + unit - 1) / unit;
    }
}
