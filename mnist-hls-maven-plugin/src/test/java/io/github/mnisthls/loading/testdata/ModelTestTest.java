/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.loading.array.Npy;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.onnx.OnnxModel;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose test data say something else is refused, and the worst output is named. */
class ModelTestTest {
    /** Gives the sum of both pixels, and three times the second. */
    private static final LoadedModel SUMS = LoadedModel.plain(
            new Network(
                    new Architecture("sums", new Shape(1, 1, 2), List.of(new Dense("dense", 2, false))),
                    Map.of("dense", new NamedParameters(Map.of("weights", FloatVector.of(1, 1, 0, 3))))),
            Map.of());

    @TempDir
    Path folder;

    @Test
    void modelsThatComputeTheSamePass() throws IOException {
        assertThat(run(npz(List.of(2, 1, 1, 2), 1, 2, 3, -4, List.of(2, 2), 3, 6, -1, -12)))
                .contains("2 images", "0.0e+00");
        // A ten thousandth of the range from -12 to 0.
        assertThat(run(npz(List.of(2, 2), 1, 2, 3, -4, List.of(2, 2), 3, 6, -1.0011f, -12)))
                .contains("9.2e-05");
    }

    @Test
    void theWorstOutputIsNamed() throws IOException {
        assertThatThrownBy(() -> run(npz(List.of(2, 2), 1, 2, 3, -4, List.of(2, 2), 3, 6.001f, -1, -12.5f)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        "<modelTestData>", "output 1 of image 1 in data.npz is -12.0 and should be -12.5", "0.04 of");
        assertThatThrownBy(() -> run(npz(List.of(2, 2), 1, 2, 3, -4, List.of(2, 2), 3, Float.NaN, -1, -12)))
                .hasMessageContaining("output 1 of image 0 in data.npz is 6.0 and should be NaN");
    }

    @Test
    void outputsThatAreAllZeroAreComparedToo() throws IOException {
        assertThat(run(npz(List.of(1, 2), 0, 0, 0, 0, List.of(1, 2), 0, 0, 0, 0)))
                .contains("1 images");
        assertThatThrownBy(() -> run(npz(List.of(1, 2), 1, 0, 0, 0, List.of(1, 2), 0, 0, 0, 0)))
                .hasMessageContaining("is 1.0 and should be 0.0");
    }

    @Test
    void dataOfOtherModelsAreRefused() throws IOException {
        assertThatThrownBy(() -> run(npz(List.of(4), 1, 2, 3, -4, List.of(2, 2), 3, 6, -1, -12)))
                .hasMessageContainingAll("[4]", "1x1x2", "first axis");
        assertThatThrownBy(() -> run(npz(List.of(2, 2), 1, 2, 3, -4, List.of(1, 2), 3, 6)))
                .hasMessageContainingAll("[1, 2]", "gives 2");
    }

    @Test
    void whatIsNoTestDataIsRefused() throws IOException {
        assertThatThrownBy(() -> run(folder)).hasMessageContainingAll("neither input_0.pb nor test_data_set_0", "npz");
        assertThatThrownBy(() -> run(folder.resolve("nowhere"))).hasMessageContaining("there is no such file");
        Path other = Npy.zip(folder.resolve("other.npz"), Map.of("x", Npy.floats(List.of(1), 1)));
        assertThatThrownBy(() -> run(other)).hasMessageContainingAll("the arrays [x]", "y (outputs)");
        Files.write(folder.resolve("input_0.pb"), new byte[] {1, 2, 3});
        Files.write(folder.resolve("output_0.pb"), new byte[0]);
        assertThatThrownBy(() -> run(folder)).hasMessageContainingAll("input_0.pb", "not a tensor of ONNX");
    }

    @Test
    void allSetsOfTheModelZooAreCompared() throws IOException {
        Path model = onnx("lenet-opset7");
        FileTree.copy(model, folder.resolve("test_data_set_0"));
        FileTree.copy(model, folder.resolve("test_data_set_1"));

        assertThat(run("lenet-opset7", folder)).contains("2 images");

        Files.copy(onnx("vector").resolve("output_0.pb"), folder.resolve("test_data_set_2.pb"));
        String before = ModelTest.digest(folder);
        Files.delete(folder.resolve("test_data_set_1/output_0.pb"));
        assertThat(ModelTest.digest(folder)).isNotEqualTo(before);
        assertThatThrownBy(() -> run("lenet-opset7", folder)).hasMessageContaining("there is no");
    }

    @Test
    void arraysOfNumpyLieAsTheFileTakesThem() {
        assertThat(run("nhwc", onnx("nhwc").resolve("data.npz"))).contains("1 images");
    }

    private Path npz(List<Integer> in, float a, float b, float c, float d, List<Integer> out, float... y)
            throws IOException {
        float[] x = in.stream().reduce(1, (p, q) -> p * q) == 2 ? new float[] {a, b} : new float[] {a, b, c, d};
        float[] cut = out.stream().reduce(1, (p, q) -> p * q) == 2 ? new float[] {y[0], y[1]} : y;
        Path file = folder.resolve("data.npz");
        return Npy.zip(file, Map.of("x", Npy.floats(in, x), "y", Npy.floats(out, cut)));
    }

    private static String run(Path data) {
        return new ModelTest(SUMS, data, new FloatInference(SUMS.network())::logits).run();
    }

    private static String run(String name, Path data) {
        LoadedModel model = OnnxModel.read(onnx(name).resolve("model.onnx"), ModelRequest.of(new Shape(1, 28, 28)));
        return new ModelTest(model, data, new FloatInference(model.network())::logits).run();
    }

    private static Path onnx(String name) {
        try {
            return Path.of(OnnxModel.class.getResource("models/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
