/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.training.engine.SampleGradients;
import io.github.mnisthls.training.engine.SampleNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Graphs that the engine trains are what DL4J restores: the same outputs, the same gradients. */
@Slow
class Dl4jGraphZipTest {
    private static final int IMAGES = 40;

    @TempDir
    Path folder;

    static Stream<Architecture> graphs() {
        return Stream.of(WrittenNetworks.smooth(), WrittenNetworks.kinked(), WrittenNetworks.vectors());
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void dl4jRestoresTheSameOutputs(Architecture architecture) throws IOException {
        Network network = SampleGradients.trained(architecture, IMAGES);
        LabeledImages images = SampleNetworks.images(architecture, IMAGES);
        Path file = folder.resolve("model.zip");
        assertThat(Dl4jZip.write(network, file)).isEmpty();

        ComputationGraph restored = ModelSerializer.restoreComputationGraph(file.toFile());

        double[][] expected = SampleGradients.probabilities(network, images);
        INDArray actual = restored.outputSingle(Dl4jZipTest.pixels(images));
        for (int i = 0; i < IMAGES; i++) {
            for (int label = 0; label < architecture.classes(); label++) {
                assertThat(actual.getDouble(i, label))
                        .as("image %d, class %d", i, label)
                        .isCloseTo(expected[i][label], within(2e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void zipsComeBackUnchanged(Architecture architecture) throws IOException {
        Network network = SampleGradients.trained(architecture, IMAGES);
        Path file = folder.resolve("model.zip");
        Dl4jZip.write(network, file);

        Dl4jReader.Result read = Dl4jZip.read(Dl4jArchive.read(file), file, architecture.input());

        assertThat(read.renamed()).isEmpty();
        assertThat(read.network().parameters()).isEqualTo(network.parameters());
        byte[] first = Files.readAllBytes(file);
        Dl4jZip.write(network, file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
    }

    /** DL4J's gradient of {@code prelu} takes no more than 64 values for each slope: one image of the second network. */
    static Stream<Arguments> batches() {
        return Stream.of(
                Arguments.of(WrittenNetworks.smooth(), IMAGES),
                Arguments.of(WrittenNetworks.kinked(), 1),
                Arguments.of(WrittenNetworks.vectors(), IMAGES));
    }

    /** DL4J sums gradients over the batch, the engine takes the mean. */
    @ParameterizedTest
    @MethodSource("batches")
    void dl4jFindsTheSameGradients(Architecture architecture, int batch) {
        LabeledImages images = SampleNetworks.images(architecture, batch);
        Network network = SampleGradients.trained(architecture, IMAGES);
        ComputationGraph other = (ComputationGraph) Dl4jZip.convert(network);
        other.setInputs(Dl4jZipTest.pixels(images));
        other.setLabels(Dl4jZipTest.oneHot(images, architecture.classes()));
        other.computeGradientAndScore();

        SameGradients.check(SampleGradients.of(network, images), batch, layer -> layer, other.gradient());
    }

    static Stream<Arguments> gaps() {
        Window odd = new Window(3, 3, 1, 1, new Padding(0, 1, 2, 0));
        return Stream.of(
                Arguments.of("clip from -2.0 to 3.0", new Clip("odd_one", -2, 3)),
                Arguments.of("hard sigmoid of slope 0.25", new HardSigmoid("odd_one", 0.25, 0.5)),
                Arguments.of("pooling with a padding of top 0", new MaxPool("odd_one", odd)),
                Arguments.of("pooling with a padding of top 0", new AveragePool("odd_one", odd, false)));
    }

    /** An older zip must not stay beside a network that it does not hold. */
    @ParameterizedTest
    @MethodSource("gaps")
    void whatDl4jDoesNotHaveIsTold(String gap, Layer layer) throws IOException {
        Architecture architecture = new Architecture(
                "gap",
                new Shape(2, 7, 6),
                List.of(new Conv2d("conv", 4, Window.square(3, 1)), layer, new GlobalAveragePool("mean")));
        Path file = Files.writeString(folder.resolve("model.zip"), "old");

        assertThat(Dl4jZip.write(SampleGradients.trained(architecture, IMAGES), file))
                .hasValueSatisfying(text -> assertThat(text).contains("layer 'odd_one': DL4J has no " + gap));
        assertThat(file).doesNotExist();
    }
}
