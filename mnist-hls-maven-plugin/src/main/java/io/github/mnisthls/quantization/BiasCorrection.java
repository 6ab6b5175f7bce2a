/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;

/**
 * Rounding weights shifts a layer's results, since its inputs have a mean other than zero, mostly. The bias, which is
 * wide, takes that shift back: on the calibration images the mean of each output channel stays as it was.
 */
final class BiasCorrection {
    private BiasCorrection() {}

    /**
     * The biases that make up for rounded weights.
     *
     * @param weights   the trained ones, rounded
     * @param meanInput mean of each of the layer's inputs, in CHW order
     */
    static double[] correct(
            Stage stage, AffineParameters trained, RawVector weights, FixedPointFormat format, double[] meanInput) {
        double[] meanTap = meanTaps(stage, meanInput);
        double[] bias = new double[trained.outputs()];
        for (int o = 0; o < bias.length; o++) {
            bias[o] = trained.bias().get(o);
            for (int i = 0; i < meanTap.length; i++) {
                int index = o * meanTap.length + i;
                bias[o] += (trained.weights().get(index) - format.toDouble(weights.get(index))) * meanTap[i];
            }
        }
        return bias;
    }

    /** The mean value under each place of the window, over all of its positions; padding is zero. */
    private static double[] meanTaps(Stage stage, double[] meanInput) {
        if (!(stage.layer() instanceof Conv2d conv)) {
            return meanInput;
        }
        Window window = conv.window();
        Padding padding = window.padding();
        Shape input = stage.input();
        Shape output = stage.output();
        double[] means = new double[input.channels() * window.area()];
        for (int i = 0; i < means.length; i++) {
            int channel = i / window.area();
            int row = i % window.area() / window.kernelWidth() - padding.top();
            int column = i % window.kernelWidth() - padding.left();
            double sum = 0;
            for (int y = row; y < row + output.height() * window.strideHeight(); y += window.strideHeight()) {
                for (int x = column; x < column + output.width() * window.strideWidth(); x += window.strideWidth()) {
                    if (y >= 0 && y < input.height() && x >= 0 && x < input.width()) {
                        sum += meanInput[(channel * input.height() + y) * input.width() + x];
                    }
                }
            }
            means[i] = sum / (output.height() * output.width());
        }
        return means;
    }
}
