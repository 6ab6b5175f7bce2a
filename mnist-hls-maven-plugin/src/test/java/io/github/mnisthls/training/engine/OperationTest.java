/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static io.github.mnisthls.training.engine.Kernels.LANES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of layer by itself: what it gives and the gradients of a weighted sum of that, against differences. */
class OperationTest {
    private static final Shape SHAPE = new Shape(3, 6, 5);
    private static final Window UNEVEN = new Window(3, 2, 2, 1, new Padding(2, 0, 1, 1));
    private static final Window DILATED = new Window(2, 3, 1, 2, 3, 2, new Padding(1, 2, 0, 3));

    /** Inputs are 1/16 beside multiples of 1/8, where all kinks are, and apart by 1/8: this step crosses no kink. */
    private static final float STEP = 1f / 32;

    static Stream<Architecture> layers() {
        return Stream.of(
                around(new Conv2d("uneven", 4, UNEVEN), 1),
                around(new Conv2d("dilated", 2, DILATED, false), 1),
                around(new DepthwiseConv2d("depthwise", 1, UNEVEN, true), 1),
                around(new DepthwiseConv2d("multiplied", 3, DILATED, false), 1),
                around(new Dense("dense", 4), 1),
                around(new Dense("unbiased", 4, false), 1),
                around(new Relu("relu"), 1),
                around(new Clip("relu1", 0, 1), 1),
                around(new Clip("clip", -1, 0.5), 1),
                around(new LeakyRelu("leaky", 0.125), 1),
                around(new Sigmoid("sigmoid"), 1),
                around(new Tanh("tanh"), 1),
                around(new HardSigmoid("hard", 0.25, 0.5), 1),
                around(new Prelu("prelu"), 1),
                around(new MaxPool("maximum", UNEVEN), 1),
                around(new MaxPool("overlapping", new Window(3, 3, 1, 2, new Padding(1, 1, 2, 1))), 1),
                around(new AveragePool("counted", UNEVEN, true), 1),
                around(new AveragePool("inside", UNEVEN, false), 1),
                around(new AveragePool("corner", new Window(3, 3, 3, 2, Padding.of(2)), false), 1),
                around(new GlobalAveragePool("mean"), 1),
                around(new Dropout("dropout", 0.25), 1),
                around(new ZeroPad("pad", new Padding(1, 2, 3, 0)), 1),
                around(new Crop("crop", new Padding(1, 2, 1, 0)), 1),
                around(new Upsample("up", 2, 3), 1),
                around(new Add("add"), 3),
                around(new Concat("concat"), 3));
    }

    /** The layer behind a convolution that passes its input, has a parameter for each channel and so asks for gradients. */
    private static Architecture around(Layer layer, int inputs) {
        Node pass = new Node(new DepthwiseConv2d("pass", 1, Window.square(1, 1), true), List.of(0));
        Node tested = new Node(layer, Collections.nCopies(inputs, 1));
        return new Architecture(
                layer.name(),
                SHAPE,
                PixelScaling.UNIT,
                List.of(pass, tested, new Node(new Flatten("flat"), List.of(2))));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void gradientsAreSlopes(Architecture architecture) {
        Model model = ModelBuilder.random(architecture, 5);
        float[] parameters = model.parameters();
        Arrays.fill(parameters, 0, SHAPE.channels(), 1);
        Shard shard = model.createShard(0);
        shard.count = LANES;
        fill(shard.values[0]);
        run(model, shard);
        float[] weights = new float[shard.logits().length];
        Random random = new Random(4);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(17) - 8;
        }
        System.arraycopy(weights, 0, shard.logitGradients(), 0, weights.length);
        for (int i = model.operations().size() - 1; i > 0; i--) {
            model.operations().get(i).backward(shard);
        }
        float[] byInput = shard.gradients[1].clone();
        float[] byParameter = shard.parameterGradients.clone();

        assertSlopes(model, shard, weights, shard.values[0], 0, byInput);
        assertSlopes(model, shard, weights, parameters, 2 * SHAPE.channels(), byParameter);
    }

    private static void assertSlopes(
            Model model, Shard shard, float[] weights, float[] values, int from, float[] gradient) {
        for (int i = from; i < values.length; i += values == model.parameters() ? 1 : 7) {
            float value = values[i];
            values[i] = value + STEP;
            double above = sum(model, shard, weights);
            values[i] = value - STEP;
            double below = sum(model, shard, weights);
            values[i] = value;
            double slope = (above - below) / (2 * STEP);
            assertThat((double) gradient[i]).as("value %d", i).isCloseTo(slope, within(2e-3 + 1e-3 * Math.abs(slope)));
        }
    }

    private static double sum(Model model, Shard shard, float[] weights) {
        run(model, shard);
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (double) weights[i] * shard.logits()[i];
        }
        return sum;
    }

    private static void run(Model model, Shard shard) {
        model.operations().forEach(operation -> operation.forward(shard, true));
    }

    /** Values of one image and channel all differ. */
    private static void fill(float[] values) {
        Random random = new Random(3);
        List<Float> distinct = new ArrayList<>();
        for (int i = 0; i < SHAPE.height() * SHAPE.width(); i++) {
            distinct.add((i - 13) / 8f + 1f / 16);
        }
        for (int lane = 0; lane < LANES; lane++) {
            for (int channel = 0; channel < SHAPE.channels(); channel++) {
                Collections.shuffle(distinct, random);
                for (int i = 0; i < distinct.size(); i++) {
                    values[(channel * distinct.size() + i) * LANES + lane] = distinct.get(i);
                }
            }
        }
    }

    static Stream<Architecture> networks() {
        Stream<Architecture> whole = Stream.of(
                SampleNetworks.smooth(),
                SampleNetworks.kinked(),
                GraphNetworks.smooth(),
                GraphNetworks.residual(),
                GraphNetworks.scaled());
        return Stream.concat(layers(), whole);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void networksAreWhatTheirLayersAre(Architecture architecture) {
        Network network = SampleGradients.trained(architecture, 40);
        LabeledImages images = SampleNetworks.images(architecture, 40);
        ScalarNetwork scalar = new ScalarNetwork(network);
        try (Inference inference = new Inference(network, 1)) {
            float[][] logits = inference.logits(images);
            for (int image : new int[] {0, 7, 39}) {
                double[] expected = scalar.logits(images, image);
                for (int i = 0; i < expected.length; i++) {
                    assertThat((double) logits[image][i])
                            .as("logit %d of image %d", i, image)
                            .isCloseTo(expected[i], within(1e-5 + 1e-5 * Math.abs(expected[i])));
                }
            }
        }
    }
}
