/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Mean value of each window. */
final class MeanPooling extends Operation {
    private static final int[] ONE_OUTPUT = {0};

    private final Kernels kernels;
    private final Frame frame;
    private final Positions positions;
    private final int[] taps;

    /** The share of each value in the mean, for each row and column of the output. */
    private final Matrix[] shares;

    MeanPooling(Wiring wiring, Window window, boolean countPadding, Kernels kernels) {
        this(wiring, window, shares(wiring, window, countPadding), kernels);
    }

    /** @param ofEach what the values of each window are multiplied with, window by window */
    MeanPooling(Wiring wiring, Window window, List<Double> ofEach, Kernels kernels) {
        super(wiring);
        this.kernels = kernels;
        this.frame = new Frame(input, window.padding());
        this.positions = new Positions(frame.outer, output, window);
        this.taps = Offsets.taps(frame.outer, 1, window);
        this.shares = new Matrix[output.height() * output.width()];
        for (int i = 0; i < shares.length; i++) {
            float[] share = new float[taps.length];
            Arrays.fill(share, (float) (double) ofEach.get(i));
            shares[i] = Matrix.of(share, 0, 1, taps.length);
        }
    }

    private static List<Double> shares(Wiring wiring, Window window, boolean countPadding) {
        Shape input = wiring.shapes().get(0);
        Shape output = wiring.shape();
        return IntStream.range(0, output.height() * output.width())
                .map(i -> countPadding ? window.area() : inside(window, input, i / output.width(), i % output.width()))
                .mapToObj(counted -> (double) (1f / Math.max(counted, 1)))
                .toList();
    }

    /** How many values of a window are no padding. */
    private static int inside(Window window, Shape input, int row, int column) {
        int rows = inside(
                row * window.strideHeight() - window.padding().top(),
                window.kernelHeight(),
                window.dilationHeight(),
                input.height());
        int columns = inside(
                column * window.strideWidth() - window.padding().left(),
                window.kernelWidth(),
                window.dilationWidth(),
                input.width());
        return rows * columns;
    }

    private static int inside(int first, int kernel, int dilation, int extent) {
        int count = 0;
        for (int i = 0; i < kernel; i++) {
            int at = first + i * dilation;
            count += at >= 0 && at < extent ? 1 : 0;
        }
        return count;
    }

    @Override
    void forward(Shard shard, boolean training) {
        float[] source = in(shard);
        if (!frame.isNone()) {
            source = new float[Offsets.size(frame.outer)];
            frame.enclose(in(shard), source);
        }
        Arrays.fill(out(shard), 0);
        for (int channel = 0; channel < output.channels(); channel++) {
            for (int i = 0; i < shares.length; i++) {
                int row = i / output.width();
                int column = i % output.width();
                kernels.multiplyAdd(
                        shares[i],
                        source,
                        positions.inputAt(channel, row, column),
                        taps,
                        out(shard),
                        positions.outputAt(channel, row, column),
                        ONE_OUTPUT);
            }
        }
    }

    @Override
    void backward(Shard shard) {
        float[] target = frame.isNone() ? inGradient(shard) : new float[Offsets.size(frame.outer)];
        Arrays.fill(target, 0);
        for (int channel = 0; channel < output.channels(); channel++) {
            for (int i = 0; i < shares.length; i++) {
                int row = i / output.width();
                int column = i % output.width();
                kernels.multiplyAdd(
                        shares[i].transposed(),
                        outGradient(shard),
                        positions.outputAt(channel, row, column),
                        ONE_OUTPUT,
                        target,
                        positions.inputAt(channel, row, column),
                        taps);
            }
        }
        if (!frame.isNone()) {
            frame.extract(target, inGradient(shard));
        }
    }
}
