/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.quantization.QuantizedActivation;
import io.github.mnisthls.quantization.QuantizedActivation.Slopes;
import java.util.List;

/** Values as they are, or those below 0 times their channel's slope; then clamp and conversion. */
final class SlopedLines implements EmulatedLayer {
    private final int values;
    private final int channelValues;
    private final long one;
    private final long[] slopes;
    private final Requantizer requantizer;

    SlopedLines(QuantizedActivation layer, Requantizer requantizer) {
        this.values = layer.input().size();
        this.channelValues = layer.input().height() * layer.input().width();
        this.one = 1L << layer.slopes().map(own -> own.format().fractionBits()).orElse(0);
        this.slopes = layer.slopes()
                .map(Slopes::byChannel)
                .map(byChannel -> byChannel.toArray())
                .orElse(null);
        this.requantizer = requantizer;
    }

    @Override
    public Reads reads() {
        return Reads.EITHER;
    }

    @Override
    public void run(List<Activations> in, Activations out, Scratch scratch, AccumulatorObserver observer) {
        long[] row = scratch.longs;
        for (int value = 0; value < values; value++) {
            in.get(0).read(value, row);
            if (slopes != null) {
                long slope = slopes[value / channelValues];
                for (int i = 0; i < row.length; i++) {
                    row[i] *= row[i] < 0 ? slope : one;
                }
            }
            observer.see(row);
            requantizer.apply(row, out, value);
        }
    }
}
