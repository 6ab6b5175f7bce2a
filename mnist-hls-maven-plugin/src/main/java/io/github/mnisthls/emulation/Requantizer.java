/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.quantization.Clamp;

/**
 * The clamp and the conversion of accumulators to the output format. A shift to the right with saturation, which is what
 * nearly all networks need, is done without branches; everything else goes through {@link FixedPointFormat}.
 */
final class Requantizer {
    /** Widest accumulators whose rounding cannot leave an int or a long. */
    static final int MAX_INT_BITS = 31;

    static final int MAX_LONG_BITS = 63;

    private final FixedPointFormat from;
    private final FixedPointFormat to;
    private final boolean unsigned64;
    private final Clamp clamp;
    private final long floor;
    private final long ceiling;
    private final boolean branchless;
    private final int shift;
    /** Added before the shift: always, to odd results, and to negative values. */
    private final long add;

    private final long addToOdd;
    private final long addToNegative;
    private final long min;
    private final long max;

    /**
     * @param from   the accumulators' format
     * @param to     the results' format
     * @param narrow whether the accumulators are ints, which they must fit
     */
    Requantizer(FixedPointFormat from, FixedPointFormat to, Clamp clamp, boolean narrow) {
        this.from = from;
        this.to = to;
        long lowest = narrow ? Integer.MIN_VALUE : Long.MIN_VALUE;
        long highest = narrow ? Integer.MAX_VALUE : Long.MAX_VALUE;
        this.clamp = clamp;
        unsigned64 = !from.signed() && from.width() == Long.SIZE;
        floor = clamp.lowest().orElse(lowest);
        ceiling = clamp.highest().orElse(highest);
        shift = from.fractionBits() - to.fractionBits();
        boolean same = from.equals(to);
        boolean saturates = to.overflow() == Overflow.AP_SAT || to.overflow() == Overflow.AP_SAT_SYM;
        int widest = narrow ? MAX_INT_BITS : MAX_LONG_BITS;
        branchless = same ? from.signed() || from.width() < Long.SIZE : saturates && isSmall(from, shift, widest);
        long half = branchless && shift > 0 ? 1L << (shift - 1) : 0;
        Rounding rounding = to.rounding();
        add = switch (half == 0 ? Rounding.AP_TRN : rounding) {
            case AP_RND, AP_RND_INF -> half;
            case AP_RND_ZERO, AP_RND_MIN_INF, AP_RND_CONV -> half - 1;
            case AP_TRN, AP_TRN_ZERO -> 0;
        };
        addToOdd = half != 0 && rounding == Rounding.AP_RND_CONV ? 1 : 0;
        addToNegative = switch (half == 0 ? Rounding.AP_TRN : rounding) {
            case AP_RND_ZERO -> 1;
            case AP_RND_INF -> -1;
            case AP_TRN_ZERO -> 2 * half - 1;
            default -> 0;
        };
        min = same ? lowest : Math.max(lowest, to.minRaw());
        max = same || to.maxRaw() < 0 ? highest : Math.min(highest, to.maxRaw());
    }

    private static boolean isSmall(FixedPointFormat from, int shift, int widest) {
        return from.width() + (from.signed() ? 0 : 1) <= widest && shift >= 0 && shift < widest;
    }

    /** Writes a row of results. */
    void apply(int[] accumulators, Activations out, int row) {
        if (!branchless) {
            for (int i = 0; i < accumulators.length; i++) {
                out.set(row, i, to.quantize(clamp.apply(accumulators[i]), from));
            }
            return;
        }
        if (out.ints != null) {
            applyToInts(accumulators, out.ints[row]);
        }
        if (out.longs != null) {
            applyToLongs(accumulators, out.longs[row]);
        }
    }

    /** Writes a row of results. */
    void apply(long[] accumulators, Activations out, int row) {
        if (!branchless) {
            for (int i = 0; i < accumulators.length; i++) {
                out.set(row, i, to.quantize(clamped(accumulators[i]), from));
            }
            return;
        }
        if (out.ints != null) {
            applyToInts(accumulators, out.ints[row]);
        }
        if (out.longs != null) {
            applyToLongs(accumulators, out.longs[row]);
        }
    }

    private void applyToInts(int[] in, int[] out) {
        int lowest = (int) floor;
        int highest = (int) ceiling;
        int always = (int) add;
        int ifOdd = (int) addToOdd;
        int ifNegative = (int) addToNegative;
        int smallest = (int) min;
        int largest = (int) max;
        int dropped = shift;
        for (int i = 0; i < in.length; i++) {
            int v = Math.min(Math.max(in[i], lowest), highest);
            v = (v + always + ((v >> dropped) & ifOdd) + ((v >> 31) & ifNegative)) >> dropped;
            out[i] = Math.min(Math.max(v, smallest), largest);
        }
    }

    private void applyToLongs(int[] in, long[] out) {
        for (int i = 0; i < in.length; i++) {
            out[i] = convert(in[i]);
        }
    }

    private void applyToInts(long[] in, int[] out) {
        for (int i = 0; i < in.length; i++) {
            out[i] = (int) convert(in[i]);
        }
    }

    private void applyToLongs(long[] in, long[] out) {
        for (int i = 0; i < in.length; i++) {
            out[i] = convert(in[i]);
        }
    }

    /** Where all 64 bits count without a sign, nothing is below 0 and the upper end has none either. */
    private long clamped(long accumulator) {
        if (!unsigned64) {
            return clamp.apply(accumulator);
        }
        boolean above = clamp.highest().isPresent()
                && Long.compareUnsigned(accumulator, clamp.highest().get()) > 0;
        return above ? clamp.highest().get() : accumulator;
    }

    private long convert(long accumulator) {
        long v = Math.min(Math.max(accumulator, floor), ceiling);
        v = (v + add + ((v >> shift) & addToOdd) + ((v >> 63) & addToNegative)) >> shift;
        return Math.min(Math.max(v, min), max);
    }
}
