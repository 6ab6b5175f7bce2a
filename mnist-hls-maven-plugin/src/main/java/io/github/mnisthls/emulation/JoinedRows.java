/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import java.util.List;

/**
 * One input's values, then the other's.
 *
 * @param leftShift  brings the first one's binary point to the accumulator's
 * @param rightShift alike
 */
record JoinedRows(int left, int right, int leftShift, int rightShift, Requantizer requantizer)
        implements EmulatedLayer {
    @Override
    public Reads reads() {
        return Reads.EITHER;
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        convert(in.get(0), left, leftShift, out, 0, scratch.longs, observer);
        convert(in.get(1), right, rightShift, out, left, scratch.longs, observer);
    }

    private void convert(
            Activations in,
            int values,
            int shift,
            Activations out,
            int first,
            long[] row,
            AccumulatorObserver observer) {
        for (int value = 0; value < values; value++) {
            in.read(value, row);
            for (int i = 0; i < row.length; i++) {
                row[i] <<= shift;
            }
            observer.see(row);
            requantizer.apply(row, out, first + value);
        }
    }
}
