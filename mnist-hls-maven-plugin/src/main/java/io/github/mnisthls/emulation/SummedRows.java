/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import java.util.List;

/**
 * The sums of two inputs.
 *
 * @param leftShift  brings the first one's binary point to the accumulator's
 * @param rightShift alike
 */
record SummedRows(int values, int leftShift, int rightShift, Requantizer requantizer) implements EmulatedLayer {
    @Override
    public Reads reads() {
        return Reads.EITHER;
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        long[] sums = scratch.longs;
        long[] others = scratch.otherLongs;
        for (int value = 0; value < values; value++) {
            in.get(0).read(value, sums);
            in.get(1).read(value, others);
            for (int i = 0; i < sums.length; i++) {
                sums[i] = (sums[i] << leftShift) + (others[i] << rightShift);
            }
            observer.see(sums);
            requantizer.apply(sums, out, value);
        }
    }
}
