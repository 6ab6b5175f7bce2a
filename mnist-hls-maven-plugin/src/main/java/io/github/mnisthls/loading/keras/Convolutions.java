/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.file.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Convolutions, whose kernels lie in the order row, column, input, output. */
final class Convolutions {
    static final Map<String, LayerReader> ALL = Map.<String, LayerReader>ofEntries(
            Map.entry("Conv2D", Convolutions::conv2d),
            Map.entry("QConv2D", Convolutions::conv2d),
            Map.entry("Convolution2D", Convolutions::conv2d),
            Map.entry("Conv1D", Convolutions::conv1d),
            Map.entry("QConv1D", Convolutions::conv1d),
            Map.entry("Convolution1D", Convolutions::conv1d),
            Map.entry("DepthwiseConv2D", Convolutions::depthwise),
            Map.entry("QDepthwiseConv2D", Convolutions::depthwise),
            Map.entry("SeparableConv2D", Convolutions::separable),
            Map.entry("SeparableConvolution2D", Convolutions::separable));

    /** Keras's order of weights; that of flattened images does not matter to convolutions. */
    private static final Layout LAYOUT =
            new Layout(Layout.ConvolutionOrder.HWIO, Layout.DenseOrder.IO, Layout.FlattenOrder.CHW);

    private static final String KERNEL = "kernel";
    private static final String POINTWISE = "pointwise_kernel";
    private static final String BIAS = "bias";

    private Convolutions() {}

    private static Signal conv2d(KerasLayer layer) {
        Signal input = layer.input(Signal.Form.IMAGE);
        Window window = Windows.of(layer, "kernel_size", List.of(1, 1), input.image());
        return conv(layer, input, window, window.kernelHeight(), window.kernelWidth());
    }

    private static Signal conv1d(KerasLayer layer) {
        Signal input = layer.input(Signal.Form.SEQUENCE);
        Window window = Windows.row(layer, "kernel_size", List.of(1), input.image());
        return conv(layer, input, window, window.kernelWidth());
    }

    /** A convolution whose kernel has these extents before those of the channels. */
    private static Signal conv(KerasLayer layer, Signal input, Window window, Integer... kernel) {
        int filters = layer.config().integer("filters");
        int groups = layer.config().integer("groups", 1);
        int channels = input.image().channels();
        boolean each = groups == channels && groups > 1;
        if ((groups != 1 && !each) || filters < 1 || filters % groups != 0) {
            throw new NotReadable(
                    "groups is " + groups + " for " + channels + " channels and " + filters + " filters",
                    "Set it to 1, or to the number of channels.");
        }
        boolean bias = layer.config().flag("use_bias", true);
        Map<String, StoredArray> stored = layer.weights(bias ? List.of(KERNEL, BIAS) : List.of(KERNEL));
        int inputs = channels / groups;
        QuantizedArray weights = layer.quantizedWeights(
                "kernel_quantizer", stored.get(KERNEL).values(KERNEL, extents(kernel, inputs, filters)));
        Map<String, FloatVector> trained =
                trained(LAYOUT.convolution(weights.values().toArray(), filters, inputs));
        addBias(layer, trained, bias, stored, filters);
        int value = layer.add(
                "",
                name -> each
                        ? new DepthwiseConv2d(name, filters / groups, window, bias)
                        : new Conv2d(name, filters, window, bias),
                trained,
                List.of(input.value()));
        layer.network().layers().trainedFor(value, weights.format());
        return Activations.inside(layer, input.of(value, layer.network().shape(value)));
    }

    private static Signal depthwise(KerasLayer layer) {
        Signal input = layer.input(Signal.Form.IMAGE);
        Window window = Windows.of(layer, "kernel_size", List.of(1, 1), input.image());
        boolean bias = layer.config().flag("use_bias", true);
        int multiplier = multiplier(layer);
        Map<String, StoredArray> stored = layer.weights(bias ? List.of(KERNEL, BIAS) : List.of(KERNEL));
        QuantizedArray weights = layer.quantizedWeights(
                "depthwise_quantizer", eachChannel(stored.get(KERNEL), window, input.image(), multiplier));
        Map<String, FloatVector> trained = trained(weights.values().toArray());
        addBias(layer, trained, bias, stored, Math.multiplyExact(input.image().channels(), multiplier));
        int value = layer.add(
                "", name -> new DepthwiseConv2d(name, multiplier, window, bias), trained, List.of(input.value()));
        layer.network().layers().trainedFor(value, weights.format());
        return Activations.inside(layer, input.of(value, layer.network().shape(value)));
    }

    private static Signal separable(KerasLayer layer) {
        Signal input = layer.input(Signal.Form.IMAGE);
        Window window = Windows.of(layer, "kernel_size", List.of(1, 1), input.image());
        boolean bias = layer.config().flag("use_bias", true);
        int multiplier = multiplier(layer);
        int filters = layer.config().integer("filters");
        String depthwise = "depthwise_kernel";
        Map<String, StoredArray> stored =
                layer.weights(bias ? List.of(depthwise, POINTWISE, BIAS) : List.of(depthwise, POINTWISE));
        int between = layer.add(
                "_depthwise",
                name -> new DepthwiseConv2d(name, multiplier, window, false),
                trained(eachChannel(stored.get(depthwise), window, input.image(), multiplier)),
                List.of(input.value()));
        int channels = layer.network().shape(between).channels();
        float[] values = stored.get(POINTWISE).values(POINTWISE, 1, 1, channels, filters);
        Map<String, FloatVector> trained = trained(LAYOUT.convolution(values, filters, channels));
        addBias(layer, trained, bias, stored, filters);
        Window point = new Window(1, 1, 1, 1, Padding.NONE);
        int value = layer.add("", name -> new Conv2d(name, filters, point, bias), trained, List.of(between));
        return Activations.inside(layer, input.of(value, layer.network().shape(value)));
    }

    private static int multiplier(KerasLayer layer) {
        layer.config().only("groups", "1", "Set it to 1."); // which Keras 2 writes for these, too
        return layer.config().integer("depth_multiplier", 1);
    }

    private static float[] eachChannel(StoredArray kernel, Window window, Shape input, int multiplier) {
        float[] values = kernel.values(
                "depthwise kernel", window.kernelHeight(), window.kernelWidth(), input.channels(), multiplier);
        return LAYOUT.convolution(values, Math.multiplyExact(input.channels(), multiplier), 1);
    }

    private static Integer[] extents(Integer[] kernel, int inputs, int filters) {
        List<Integer> extents = new ArrayList<>(List.of(kernel));
        extents.add(inputs);
        extents.add(filters);
        return extents.toArray(new Integer[0]);
    }

    private static Map<String, FloatVector> trained(float... weights) {
        return new TreeMap<>(Map.of(ParameterSpec.WEIGHTS, FloatVector.of(weights)));
    }

    private static void addBias(
            KerasLayer layer,
            Map<String, FloatVector> trained,
            boolean bias,
            Map<String, StoredArray> stored,
            int outputs) {
        if (bias) {
            float[] values = layer.quantizedBias(stored.get(BIAS).values(BIAS, outputs));
            trained.put(ParameterSpec.BIAS, FloatVector.of(values));
        }
    }
}
