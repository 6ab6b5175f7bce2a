/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.emulation.ReferenceInference;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.Clamp;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedAveragePool;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedInput;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedMaxPool;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RawVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Builds quantized networks with random weights, layer by layer. */
public final class SampleNetworks {
    private final Random random;
    private final FixedPointFormat input;
    private final FixedPointFormat weight;
    private final FixedPointFormat activation;
    private final List<QuantizedLayer> layers = new ArrayList<>();
    private final Shape inputShape;
    private Shape shape;
    private FixedPointFormat format;

    /**
     * Starts a network.
     *
     * @param input  of the pixels
     * @param weight of weights and biases
     * @param activation between the layers
     */
    public SampleNetworks(
            long seed, Shape shape, FixedPointFormat input, FixedPointFormat weight, FixedPointFormat activation) {
        this.random = new Random(seed);
        this.inputShape = shape;
        this.shape = shape;
        this.input = input;
        this.format = input;
        this.weight = weight;
        this.activation = activation;
    }

    /** The default network in {@code ap_fixed<16,8>}. */
    public static QuantizedNetwork lenet() {
        FixedPointFormat format = new FixedPointFormat(16, 8, true, Rounding.AP_RND, Overflow.AP_SAT);
        return lenet(format, format, format);
    }

    /** The default network with 8 bits everywhere, pixels and activations unsigned as after a ReLU. */
    public static QuantizedNetwork lenet8() {
        return lenet(
                new FixedPointFormat(8, 1, false, Rounding.AP_RND, Overflow.AP_SAT),
                new FixedPointFormat(8, 1, true, Rounding.AP_RND_CONV, Overflow.AP_SAT),
                new FixedPointFormat(8, 3, false, Rounding.AP_RND, Overflow.AP_SAT));
    }

    /** The default network with weights and activations of 4 bits. */
    public static QuantizedNetwork lenet4() {
        return lenet(
                new FixedPointFormat(4, 0, false, Rounding.AP_RND, Overflow.AP_SAT),
                new FixedPointFormat(4, 1, true, Rounding.AP_RND, Overflow.AP_SAT),
                new FixedPointFormat(4, 2, false, Rounding.AP_RND, Overflow.AP_SAT));
    }

    /** The default network with so many bits everywhere, pixels and activations unsigned. */
    public static QuantizedNetwork lenet(int bits) {
        return lenet(
                new FixedPointFormat(bits, 1, false, Rounding.AP_RND, Overflow.AP_SAT),
                new FixedPointFormat(bits, 1, true, Rounding.AP_RND, Overflow.AP_SAT),
                new FixedPointFormat(bits, 3, false, Rounding.AP_RND, Overflow.AP_SAT));
    }

    private static QuantizedNetwork lenet(
            FixedPointFormat input, FixedPointFormat weight, FixedPointFormat activation) {
        return new SampleNetworks(1, new Shape(1, 28, 28), input, weight, activation)
                .conv("conv1", 6, Window.square(5, 1), true)
                .maxPool("pool1", Window.square(2, 2))
                .conv("conv2", 16, Window.square(5, 1), true)
                .maxPool("pool2", Window.square(2, 2))
                .dense("dense1", 120, true)
                .dense("dense2", 10, false)
                .build();
    }

    public SampleNetworks conv(String name, int channels, Window window, boolean relu) {
        Shape output = slide(window, channels);
        int fanIn = shape.channels() * window.area();
        QuantizedAffine affine = affine(channels, fanIn);
        layers.add(new QuantizedConv2d(
                name, shape, output, window, format, affine, accumulator(fanIn), output(relu), Clamp.relu(relu)));
        return next(output, relu);
    }

    public SampleNetworks dense(String name, int outputs, boolean relu) {
        QuantizedAffine affine = affine(outputs, shape.size());
        layers.add(new QuantizedDense(
                name,
                shape,
                Shape.vector(outputs),
                format,
                affine,
                accumulator(shape.size()),
                output(relu),
                Clamp.relu(relu)));
        return next(Shape.vector(outputs), relu);
    }

    public SampleNetworks maxPool(String name, Window window) {
        Shape output = slide(window, shape.channels());
        layers.add(new QuantizedMaxPool(name, shape, output, window, format, format, Clamp.NONE));
        shape = output;
        return this;
    }

    public SampleNetworks averagePool(String name, Window window) {
        Shape output = slide(window, shape.channels());
        FixedPointFormat sum = format.signed()
                ? FixedPointFormat.signed(
                        format.width() + bits(window.area()), format.integerBits() + bits(window.area()))
                : FixedPointFormat.unsigned(
                        format.width() + bits(window.area()), format.integerBits() + bits(window.area()));
        FixedPointFormat reciprocal = FixedPointFormat.unsigned(12, 1);
        long raw = Math.round((1 << 11) / (double) window.area());
        layers.add(new QuantizedAveragePool(
                name,
                shape,
                output,
                window,
                format,
                sum,
                reciprocal,
                RawVector.of(raw),
                sum.times(reciprocal),
                format,
                Clamp.NONE));
        shape = output;
        return this;
    }

    /** Of the values so far. */
    public Shape shape() {
        return shape;
    }

    public QuantizedNetwork build() {
        long[] raw = new long[QuantizedInput.PIXEL_VALUES];
        for (int pixel = 0; pixel < raw.length; pixel++) {
            raw[pixel] = input.quantize(pixel / 255.0);
        }
        return QuantizedNetwork.chain(
                "sample", "test", new QuantizedInput(inputShape, input, RawVector.of(raw)), layers);
    }

    /** Random images, in CHW order, one after the other. */
    public static byte[] pixels(QuantizedNetwork network, int images, long seed) {
        int size = network.input().shape().size();
        byte[] pixels = new byte[images * size];
        new Random(seed).nextBytes(pixels);
        if (images > 2) {
            Arrays.fill(pixels, 0, size, (byte) 0);
            Arrays.fill(pixels, size, 2 * size, (byte) 255);
        }
        return pixels;
    }

    /** Golden vectors for random images. */
    public static GoldenVectors golden(QuantizedNetwork network, int images) {
        return GoldenVectors.of(
                network.input().shape(), network.classes(), pixels(network, images, images), logits(network, images));
    }

    /** Raw logits of the images of {@link #golden}, in decimal numbers. */
    static long[] logits(QuantizedNetwork network, int images) {
        int size = network.input().shape().size();
        byte[] pixels = pixels(network, images, images);
        ReferenceInference reference = new ReferenceInference();
        return IntStream.range(0, images)
                .mapToObj(image ->
                        reference.logits(network, Arrays.copyOfRange(pixels, image * size, (image + 1) * size)))
                .flatMapToLong(Arrays::stream)
                .toArray();
    }

    private SampleNetworks next(Shape output, boolean relu) {
        shape = output;
        format = output(relu);
        return this;
    }

    /** Without a ReLU, as for logits, values need a sign. */
    private FixedPointFormat output(boolean relu) {
        return relu || activation.signed()
                ? activation
                : new FixedPointFormat(
                        activation.width(),
                        activation.integerBits(),
                        true,
                        activation.rounding(),
                        activation.overflow());
    }

    private QuantizedAffine affine(int outputs, int fanIn) {
        return new QuantizedAffine(weight, raws(outputs * fanIn), weight, raws(outputs));
    }

    private RawVector raws(int count) {
        long limit = Math.max(1, weight.maxRaw() >> 6);
        long[] raws = new long[count];
        for (int i = 0; i < count; i++) {
            raws[i] = random.nextLong(-limit, limit + 1);
        }
        return RawVector.of(raws);
    }

    private FixedPointFormat accumulator(int fanIn) {
        FixedPointFormat product = format.times(weight);
        int integerBits = Math.max(product.integerBits() + bits(fanIn + 1), weight.integerBits()) + 1;
        int fractionBits = Math.max(product.fractionBits(), weight.fractionBits());
        return FixedPointFormat.signed(integerBits + fractionBits, integerBits);
    }

    private Shape slide(Window window, int channels) {
        Padding padding = window.padding();
        return new Shape(
                channels,
                (shape.height() + padding.top() + padding.bottom() - window.kernelHeight()) / window.strideHeight() + 1,
                (shape.width() + padding.left() + padding.right() - window.kernelWidth()) / window.strideWidth() + 1);
    }

    private static int bits(int count) {
        return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    }
}
