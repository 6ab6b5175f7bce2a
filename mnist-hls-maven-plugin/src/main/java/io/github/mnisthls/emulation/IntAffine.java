/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import java.util.Arrays;
import java.util.List;

/** A convolution or dense layer that accumulates ints. */
final class IntAffine implements EmulatedLayer {
    private static final int UNROLLED = 4;

    private final AffineTerms terms;
    private final Windows windows;
    private final Requantizer requantizer;
    private final int[][] weights;

    IntAffine(AffineTerms terms, Windows windows, Requantizer requantizer) {
        this.terms = terms;
        this.windows = windows;
        this.requantizer = requantizer;
        weights = new int[terms.outputs()][];
        for (int o = 0; o < weights.length; o++) {
            weights[o] = terms.intWeights(o);
        }
    }

    @Override
    public Reads reads() {
        return Reads.INTS;
    }

    @Override
    public int windowSize() {
        return terms.windowSize();
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        int[] accumulators = scratch.ints;
        int positions = windows.positions();
        for (int position = 0; position < positions; position++) {
            gather(in.get(0).ints, position, scratch);
            for (int o = 0; o < terms.outputs(); o++) {
                Arrays.fill(accumulators, (int) terms.bias(o));
                accumulate(accumulators, scratch.intWindow, terms.taps(o), weights[o]);
                observer.see(accumulators);
                requantizer.apply(accumulators, out, o * positions + position);
            }
        }
    }

    private void gather(int[][] in, int position, Scratch scratch) {
        int area = windows.area();
        for (int i = 0; i < terms.windowSize(); i++) {
            int value = windows.value(position, i / area, i % area);
            scratch.intWindow[i] = value == Windows.OUTSIDE ? scratch.zeroInts : in[value];
        }
    }

    private static void accumulate(int[] sums, int[][] window, int[] taps, int[] weights) {
        int tap = 0;
        for (; tap + UNROLLED <= taps.length; tap += UNROLLED) {
            addFour(
                    sums,
                    window[taps[tap]],
                    weights[tap],
                    window[taps[tap + 1]],
                    weights[tap + 1],
                    window[taps[tap + 2]],
                    weights[tap + 2],
                    window[taps[tap + 3]],
                    weights[tap + 3]);
        }
        for (; tap < taps.length; tap++) {
            addOne(sums, window[taps[tap]], weights[tap]);
        }
    }

    private static void addFour(int[] sums, int[] a, int wa, int[] b, int wb, int[] c, int wc, int[] d, int wd) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
        }
    }

    private static void addOne(int[] sums, int[] a, int wa) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += wa * a[i];
        }
    }
}
