/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.training.engine.SampleGradients;
import io.github.mnisthls.training.engine.SampleNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What the engine trains is what DL4J restores: the same outputs, the same gradients. */
@Slow
class Dl4jZipTest {
    private static final int IMAGES = 40;

    @TempDir
    Path folder;

    static Stream<Architecture> architectures() {
        return Stream.of(SampleNetworks.smooth(), SampleNetworks.kinked(), DefaultArchitecture.create());
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void dl4jRestoresTheSameOutputs(Architecture architecture) throws IOException {
        Network network = SampleGradients.trained(architecture, IMAGES);
        LabeledImages images = SampleNetworks.images(architecture, IMAGES);
        Path file = folder.resolve("model.zip");
        Dl4jZip.write(network, file);

        MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file.toFile());

        double[][] expected = SampleGradients.probabilities(network, images);
        INDArray actual = restored.output(pixels(images));
        for (int i = 0; i < IMAGES; i++) {
            for (int label = 0; label < architecture.classes(); label++) {
                assertThat(actual.getDouble(i, label)).isCloseTo(expected[i][label], within(2e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("architectures")
    void zipsComeBackUnchanged(Architecture architecture) throws IOException {
        Network network = SampleGradients.trained(architecture, IMAGES);
        Path file = folder.resolve("model.zip");
        Dl4jZip.write(network, file);

        Network read =
                Dl4jZip.read(Dl4jArchive.read(file), file, architecture.input()).network();

        assertThat(read.parameters()).isEqualTo(network.parameters());
        assertThat(read.architecture().shapes().get(architecture.layers().size() - 1))
                .isEqualTo(architecture.shapes().get(architecture.layers().size() - 1));
        byte[] first = Files.readAllBytes(file);
        Dl4jZip.write(network, file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    /** DL4J sums gradients over the batch, the engine takes the mean. */
    @Thorough
    @ParameterizedTest
    @MethodSource("architectures")
    void dl4jFindsTheSameGradients(Architecture architecture) {
        Architecture plain = SampleGradients.withoutDropout(architecture);
        LabeledImages images = SampleNetworks.images(plain, IMAGES);
        Network network = SampleGradients.trained(plain, IMAGES);
        MultiLayerNetwork other = (MultiLayerNetwork) Dl4jZip.convert(network);
        other.setInput(pixels(images));
        other.setLabels(oneHot(images, plain.classes()));
        other.computeGradientAndScore();

        SameGradients.check(
                SampleGradients.of(network, images),
                IMAGES,
                layer -> other.getLayer(layer).getIndex() + "",
                other.gradient());
    }

    static INDArray pixels(LabeledImages images) {
        int size = images.shape().size();
        float[] values = new float[images.count() * size];
        for (int i = 0; i < images.count(); i++) {
            for (int p = 0; p < size; p++) {
                values[i * size + p] = images.pixel(i, p) / 255f;
            }
        }
        long[] shape = {
            images.count(),
            images.shape().channels(),
            images.shape().height(),
            images.shape().width()
        };
        return Nd4j.create(values, shape, 'c');
    }

    static INDArray oneHot(LabeledImages images, int classes) {
        float[] values = new float[images.count() * classes];
        for (int i = 0; i < images.count(); i++) {
            values[i * classes + images.label(i)] = 1;
        }
        return Nd4j.create(values, new long[] {images.count(), classes}, 'c');
    }
}
