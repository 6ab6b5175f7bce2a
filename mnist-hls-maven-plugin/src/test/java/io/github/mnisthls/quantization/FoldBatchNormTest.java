/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
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
    void whatCannotBeFoldedIsRefusedByName() {
        assertRefused(network(true, NORM, CONV, HEAD), "'norm' cannot be folded", "no convolution or dense layer");
        assertRefused(network(true, CONV, new Relu("relu"), NORM, HEAD), "'norm'", "follows 'relu' (Relu)");
        assertRefused(
                network(false, CONV, new MaxPool("max", POOL), NORM, HEAD), "follows 'max' (MaxPool)", "not positive");
        assertRefused(network(true, CONV, new Flatten("flat"), NORM, HEAD), "follows 'flat' (Flatten)");
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

    private static void assertRefused(Network network, String... parts) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> FoldBatchNorm.fold(network))
                .withMessageContainingAll(parts)
                .withMessageContaining("Put it directly after a convolution or dense layer");
    }

    private static LabeledImages images() {
        byte[] pixels = new byte[6 * INPUT.size()];
        new Random(5).nextBytes(pixels);
        return LabeledImages.of(INPUT, pixels, new byte[6]);
    }

    private static Network network(boolean positive, Layer... layers) {
        Architecture architecture = new Architecture("test", INPUT, List.of(layers));
        Map<String, Parameters> parameters = new TreeMap<>();
        Random random = new Random(3);
        for (int i = 0; i < layers.length; i++) {
            Shape in = architecture.shapes().get(i);
            int outputs = architecture.shapes().get(i + 1).channels();
            if (layers[i] instanceof BatchNorm norm) {
                parameters.put(
                        norm.name(),
                        new NormParameters(
                                vector(random, in.channels(), positive ? 0.5 : -1, 1),
                                vector(random, in.channels(), -1, 1),
                                vector(random, in.channels(), -1, 1),
                                vector(random, in.channels(), 0.1, 2)));
            } else if (layers[i].parameterCount(List.of(in)) > 0) {
                int weights = layers[i].parameterCount(List.of(in)) - outputs;
                parameters.put(
                        layers[i].name(),
                        new AffineParameters(vector(random, weights, -1, 1), vector(random, outputs, -1, 1)));
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
