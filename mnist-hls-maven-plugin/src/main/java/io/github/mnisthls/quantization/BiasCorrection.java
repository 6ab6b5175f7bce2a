/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Layer;
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
        double[] meanTap = stage.layer().accept(new MeanTaps(stage, meanInput));
        int fanIn = trained.fanIn();
        double[] bias = new double[trained.outputs()];
        for (int o = 0; o < bias.length; o++) {
            bias[o] = trained.bias().get(o);
            // A depthwise output sees the places of its own channel alone.
            int place = meanTap.length == fanIn ? 0 : o * stage.input().channels() / bias.length * fanIn;
            for (int i = 0; i < fanIn; i++) {
                int index = o * fanIn + i;
                double error = trained.weights().get(index) - format.toDouble(weights.get(index));
                bias[o] += error * meanTap[place + i];
            }
        }
        return bias;
    }

    /** The mean value under each place of the window, over all of its positions; padding is zero. */
    private static final class MeanTaps implements Layer.PartialVisitor<double[]> {
        private final Stage stage;
        private final double[] meanInput;

        MeanTaps(Stage stage, double[] meanInput) {
            this.stage = stage;
            this.meanInput = meanInput;
        }

        @Override
        public double[] other(Layer layer) {
            return meanInput;
        }

        @Override
        public double[] conv2d(Conv2d layer) {
            return under(layer.window());
        }

        @Override
        public double[] depthwiseConv2d(DepthwiseConv2d layer) {
            return under(layer.window());
        }

        private double[] under(Window window) {
            double[] means = new double[stage.input().channels() * window.area()];
            for (int i = 0; i < means.length; i++) {
                int tap = i % window.area();
                means[i] = mean(window, i / window.area(), tap / window.kernelWidth(), tap % window.kernelWidth());
            }
            return means;
        }

        private double mean(Window window, int channel, int kernelRow, int kernelColumn) {
            Shape input = stage.input();
            Shape output = stage.output();
            double sum = 0;
            for (int i = 0; i < output.height() * output.width(); i++) {
                int y = i / output.width() * window.strideHeight()
                        + kernelRow * window.dilationHeight()
                        - window.padding().top();
                int x = i % output.width() * window.strideWidth()
                        + kernelColumn * window.dilationWidth()
                        - window.padding().left();
                if (y >= 0 && y < input.height() && x >= 0 && x < input.width()) {
                    sum += meanInput[(channel * input.height() + y) * input.width() + x];
                }
            }
            return sum / (output.height() * output.width());
        }
    }
}
