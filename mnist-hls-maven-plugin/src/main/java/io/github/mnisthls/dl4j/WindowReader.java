/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Reads the geometry of sliding windows; DL4J's modes {@code Strict} and {@code Truncate} differ in what they refuse. */
final class WindowReader {
    private WindowReader() {}

    static Window of(ConvolutionLayer layer, Shape input) {
        Window window = window(layer.getKernelSize(), layer.getStride(), layer.getDilation());
        return padded(window, layer.getPadding(), layer.getConvolutionMode(), input);
    }

    static Window of(SubsamplingLayer layer, Shape input) {
        int[] dilation = layer.getDilation();
        if (dilation[0] != 1 || dilation[1] != 1) {
            throw Refusal.unsupported("dilation", dilation[0] + "x" + dilation[1], "1x1 for pooling");
        }
        Window window = window(layer.getKernelSize(), layer.getStride(), dilation);
        return padded(window, layer.getPadding(), layer.getConvolutionMode(), input);
    }

    private static Window window(int[] kernel, int[] stride, int[] dilation) {
        return new Window(kernel[0], kernel[1], stride[0], stride[1], dilation[0], dilation[1], Padding.NONE);
    }

    private static Window padded(Window window, int[] sides, ConvolutionMode mode, Shape input) {
        return switch (mode) {
            case Same -> window.padded(Padding.same(window, input));
            case Strict, Truncate -> window.padded(new Padding(sides[0], sides[0], sides[1], sides[1]));
            case Causal -> throw Refusal.unsupported("convolutionMode", mode, "Strict, Truncate and Same");
        };
    }
}
