/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoldBatchNormTest {
    private static final Shape INPUT = new Shape(2, 9, 8);
    private static final Window KERNEL = Window.square(3, 1);
    private static final Window POOL = Window.square(2, 2);
    private static final BatchNorm NORM = new BatchNorm("norm", 1e-3);
    private static final Conv2d CONV = new Conv2d("conv", 3, KERNEL);
    private static final Dense HEAD = new Dense("head", 4);

    @Test
    void convolutionAndDenseTakeTheNormalizationBehindThem() {
        assertSameResults(network(
                false,
                CONV,
                NORM,
                new Relu("relu"),
                new Flatten("flat"),
                new Dense("dense", 5),
                new Dropout("drop", 0.5),
                new BatchNorm("norm2", 1e-5),
                new Relu("relu2"),
                HEAD));
    }

    @Test
    void averagePoolingAndPositiveMaxPoolingMayLieBetween() {
        assertSameResults(network(true, CONV, new MaxPool("max", POOL), NORM, new Relu("relu"), HEAD));
        assertSameResults(network(false, CONV, new AveragePool("mean", POOL), NORM, new Relu("relu"), HEAD));
        assertSameResults(network(false, CONV, new GlobalAveragePool("mean"), NORM));
    }

    @Test
    void twoNormalizationsInARowAreBothTaken() {
        assertSameResults(network(false, CONV, NORM, new BatchNorm("norm2", 1e-5), HEAD));
    }

    @Test
    void aPaddedConvolutionIsFoldedToo() {
        Window padded = new Window(3, 3, 2, 1, new Padding(1, 0, 2, 1));
        assertSameResults(network(false, new Conv2d("conv", 3, padded), NORM, new Relu("relu"), HEAD));
    }

    @Test
    void theLayerBehindTakesWhatTheOneBeforeCannot() {
        assertFolded(network(false, NORM, CONV, HEAD));
        assertFolded(network(false, CONV, new Relu("relu"), NORM, HEAD));
        assertFolded(network(false, CONV, new MaxPool("max", POOL), NORM, HEAD));
        assertFolded(network(false, CONV, new Flatten("flat"), NORM, HEAD));
        assertFolded(network(false, CONV, new Relu("relu"), NORM, new Flatten("flat"), new Dropout("drop", 0.1), HEAD));
        assertFolded(network(
                false,
                NORM,
                new DepthwiseConv2d("conv", 2, KERNEL, false),
                new Relu("relu"),
                new Flatten("flat"),
                HEAD));
    }

    @Test
    void whatNothingCanTakeIsAScaleAndAShift() {
        Window padded = new Window(3, 3, 1, 1, Padding.of(1));
        Conv2d behind = new Conv2d("conv", 3, padded, false);
        assertScaled(network(false, NORM, behind, HEAD));
        assertScaled(network(false, CONV, new Relu("relu"), NORM, new Relu("relu2"), HEAD));
        assertScaled(network(false, CONV, new AveragePool("mean", padded), NORM, new Relu("relu"), HEAD));
        assertScaled(network(false, CONV, new ZeroPad("pad", Padding.of(1)), NORM, new Relu("relu"), HEAD));
    }

    /** What is taken twice cannot be changed for one of the two. */
    @Test
    void aValueThatIsTakenTwiceIsLeftAsItIs() {
        Conv2d same = new Conv2d("conv", 2, new Window(3, 3, 1, 1, Padding.of(1)));
        Architecture graph = new Architecture(
                "test",
                INPUT,
                PixelScaling.UNIT,
                List.of(
                        new Node(same, List.of(0)),
                        new Node(NORM, List.of(1)),
                        new Node(new Add("add"), List.of(1, 2, 0)),
                        new Node(HEAD, List.of(3))));
        assertScaled(parametersOf(graph, false));
    }

    @Test
    void countedPaddingIsNotScaledAndUncountedIs() {
        Window padded = new Window(3, 3, 1, 1, Padding.of(1));
        assertFolded(network(false, CONV, new AveragePool("mean", padded, false), NORM, new Relu("relu"), HEAD));
    }

    @Test
    void randomGraphsComputeTheSame() {
        for (long seed = 0; seed < 300; seed++) {
            RandomNetworks.Sample sample = RandomNetworks.createGraph(seed);
            Network network = sample.network();
            Network folded = FoldBatchNorm.fold(network);
            LabeledImages images = sample.images(4);
            for (int image = 0; image < images.count(); image++) {
                float[] expected = new FloatInference(network).logits(images, image);
                float[] actual = new FloatInference(folded).logits(images, image);
                for (int i = 0; i < expected.length; i++) {
                    assertThat(actual[i])
                            .as(sample.toString())
                            .isCloseTo(expected[i], within(2e-3f * (1 + Math.abs(expected[i]))));
                }
            }
        }
    }

    @Test
    void aDivisionByZeroIsRefusedByName() {
        Network network = network(true, CONV, new BatchNorm("norm", 0), HEAD);
        Map<String, Parameters> parameters = new TreeMap<>(network.parameters());
        FloatVector ones = FloatVector.of(1, 1, 1);
        parameters.put("norm", new NormParameters(ones, ones, ones, FloatVector.of(1, 0, 1)));

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> FoldBatchNorm.fold(new Network(network.architecture(), parameters)))
                .withMessageContainingAll("epsilon of layer 'norm'", "channel 1 is 0");
    }

    private static void assertFolded(Network network) {
        assertSameResults(network);
        assertThat(FoldBatchNorm.fold(network).architecture().layers())
                .noneMatch(layer -> layer.name().equals(NORM.name()));
    }

    private static void assertScaled(Network network) {
        assertSameResults(network);
        assertThat(FoldBatchNorm.fold(network).architecture().layers())
                .contains(new DepthwiseConv2d(NORM.name(), 1, Window.square(1, 1), true));
    }

    private static void assertSameResults(Network network) {
        LabeledImages images = images();
        Network folded = FoldBatchNorm.fold(network);

        assertThat(folded.architecture().layers()).noneMatch(BatchNorm.class::isInstance);
        assertThat(folded.architecture().layers()).noneMatch(Dropout.class::isInstance);
        for (int image = 0; image < images.count(); image++) {
            float[] expected = new FloatInference(network).logits(images, image);
            float[] actual = new FloatInference(folded).logits(images, image);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f * (1 + Math.abs(expected[i]))));
            }
        }
    }

    private static LabeledImages images() {
        byte[] pixels = new byte[6 * INPUT.size()];
        new Random(5).nextBytes(pixels);
        return LabeledImages.of(INPUT, pixels, new byte[6]);
    }

    private static Network network(boolean positive, Layer... layers) {
        return parametersOf(new Architecture("test", INPUT, List.of(layers)), positive);
    }

    private static Network parametersOf(Architecture architecture, boolean positive) {
        Map<String, Parameters> parameters = new TreeMap<>();
        Random random = new Random(3);
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Layer layer = architecture.nodes().get(i).layer();
            Map<String, FloatVector> values = new TreeMap<>();
            for (ParameterSpec spec :
                    layer.parameters(architecture.inputShapes().get(i))) {
                double least =
                        switch (spec.name()) {
                            case ParameterSpec.GAMMA -> positive ? 0.5 : -1;
                            case ParameterSpec.VARIANCE -> 0.1;
                            default -> -1;
                        };
                values.put(spec.name(), vector(random, spec.size(), least, 1));
            }
            if (!values.isEmpty()) {
                parameters.put(layer.name(), new NamedParameters(values));
            }
        }
        return new Network(architecture, parameters);
    }

    private static FloatVector vector(Random random, int size, double min, double max) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (min + random.nextDouble() * (max - min));
        }
        return FloatVector.of(values);
    }
}
