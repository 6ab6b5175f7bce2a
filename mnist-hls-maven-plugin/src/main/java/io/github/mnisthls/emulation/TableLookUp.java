/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.QuantizedTable;
import java.util.List;

/** Converts each value to an index and looks its entry up. */
final class TableLookUp implements EmulatedLayer {
    /** Inputs of at most so many bits are looked up without the conversion: a table for all of them is made first. */
    private static final int DIRECT_BITS = 16;

    private final QuantizedTable layer;
    private final long[] direct;

    TableLookUp(QuantizedTable layer) {
        this.layer = layer;
        FixedPointFormat input = layer.inputFormat();
        if (input.width() > DIRECT_BITS) {
            direct = null;
            return;
        }
        direct = new long[1 << input.width()];
        for (long raw = input.minRaw(); raw <= input.maxRaw(); raw++) {
            direct[place(raw)] = entry(raw);
        }
    }

    private int place(long raw) {
        return (int) (raw & (direct.length - 1));
    }

    private long entry(long raw) {
        return layer.entries().get(layer.place(layer.indexFormat().quantize(raw, layer.inputFormat())));
    }

    @Override
    public Reads reads() {
        return Reads.EITHER;
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        long[] row = scratch.longs;
        for (int value = 0; value < layer.input().size(); value++) {
            in.get(0).read(value, row);
            for (int i = 0; i < row.length; i++) {
                row[i] = direct == null ? entry(row[i]) : direct[place(row[i])];
            }
            observer.see(row);
            out.write(value, row);
        }
    }
}
