/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.Clamp;
import io.github.mnisthls.quantization.QuantizedAdd;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedInput;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.QuantizedNode;
import io.github.mnisthls.quantization.RawVector;
import java.util.ArrayList;
import java.util.List;

/** Networks with skip connections, all weights the same. */
final class SkipNetworks {
    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<8,3,AP_RND,AP_SAT>");
    private static final Window ONE = Window.square(1, 1);
    private static final Window THREE = Window.square(3, 1).padded(Padding.of(1));
    private static final Window THREE_BY_TWO = Window.square(3, 2).padded(Padding.of(1));

    private final List<QuantizedNode> nodes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();

    private SkipNetworks(Shape input) {
        shapes.add(input);
    }

    /** A value, a convolution of it, and their sum. */
    static QuantizedNetwork ofOneChannel(int height, int width) {
        SkipNetworks network = new SkipNetworks(new Shape(1, height, width));
        int a = network.conv("a", 0, 1, ONE);
        network.add("sum", a, network.conv("b", a, 1, THREE));
        return network.build();
    }

    /** Small enough for all combinations of foldings. */
    static QuantizedNetwork small() {
        SkipNetworks network = new SkipNetworks(new Shape(2, 3, 4));
        int a = network.conv("a", 0, 4, ONE);
        int sum = network.add("sum", a, network.conv("b", a, 4, THREE));
        network.dense("out", sum, 3);
        return network.build();
    }

    /** Seven convolutions and two sums. */
    static QuantizedNetwork resNet() {
        SkipNetworks network = new SkipNetworks(new Shape(1, 28, 28));
        int stem = network.conv("stem", 0, 16, THREE);
        int first = network.add("sum1", stem, network.conv("conv2", network.conv("conv1", stem, 16, THREE), 16, THREE));
        int long2 = network.conv("conv4", network.conv("conv3", first, 32, THREE_BY_TWO), 32, THREE);
        int second = network.add("sum2", long2, network.conv("shortcut", first, 32, Window.square(1, 2)));
        network.dense("out", network.conv("conv5", second, 32, THREE_BY_TWO), 10);
        return network.build();
    }

    private int conv(String name, int value, int channels, Window window) {
        Shape input = shapes.get(value);
        int fanIn = input.channels() * window.area();
        return node(
                new QuantizedConv2d(
                        name,
                        input,
                        window.slide(name, input, channels),
                        window,
                        FORMAT,
                        affine(channels, fanIn),
                        FixedPointFormat.signed(28, 18),
                        FORMAT,
                        Clamp.RELU),
                value);
    }

    private int dense(String name, int value, int outputs) {
        Shape input = shapes.get(value);
        return node(
                new QuantizedDense(
                        name,
                        input,
                        Shape.vector(outputs),
                        FORMAT,
                        affine(outputs, input.size()),
                        FixedPointFormat.signed(30, 20),
                        FORMAT,
                        Clamp.NONE),
                value);
    }

    private int add(String name, int left, int right) {
        return node(
                new QuantizedAdd(
                        name, shapes.get(left), FORMAT, FORMAT, FixedPointFormat.signed(9, 4), FORMAT, Clamp.NONE),
                left,
                right);
    }

    private int node(QuantizedLayer layer, Integer... inputs) {
        nodes.add(new QuantizedNode(layer, List.of(inputs)));
        shapes.add(layer.output());
        return nodes.size();
    }

    private static QuantizedAffine affine(int outputs, int fanIn) {
        return new QuantizedAffine(
                FORMAT, RawVector.of(new long[outputs * fanIn]), FORMAT, RawVector.of(new long[outputs]));
    }

    private QuantizedNetwork build() {
        RawVector pixels = RawVector.of(new long[QuantizedInput.PIXEL_VALUES]);
        return new QuantizedNetwork("skip", "test", new QuantizedInput(shapes.get(0), FORMAT, pixels), nodes);
    }
}
