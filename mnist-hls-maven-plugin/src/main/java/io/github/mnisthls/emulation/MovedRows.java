/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.network.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Values at other places of the image, or zeros. */
final class MovedRows implements EmulatedLayer {
    private static final int ZERO = -1;

    private final int[] sources;

    private MovedRows(int[] sources) {
        this.sources = sources;
    }

    /**
     * A layer that moves.
     *
     * @param row    of the input, for a row of the output; a zero is meant outside of the image
     * @param column alike
     */
    static MovedRows of(Shape input, Shape output, IntUnaryOperator row, IntUnaryOperator column) {
        int[] sources = new int[output.size()];
        for (int i = 0; i < sources.length; i++) {
            int channel = i / (output.height() * output.width());
            int y = row.applyAsInt(i / output.width() % output.height());
            int x = column.applyAsInt(i % output.width());
            boolean inside = y >= 0 && y < input.height() && x >= 0 && x < input.width();
            sources[i] = inside ? (channel * input.height() + y) * input.width() + x : ZERO;
        }
        return new MovedRows(sources);
    }

    @Override
    public Reads reads() {
        return Reads.EITHER;
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        long[] row = scratch.longs;
        for (int value = 0; value < sources.length; value++) {
            if (sources[value] == ZERO) {
                Arrays.fill(row, 0);
            } else {
                in.get(0).read(sources[value], row);
            }
            observer.see(row);
            out.write(value, row);
        }
    }
}
