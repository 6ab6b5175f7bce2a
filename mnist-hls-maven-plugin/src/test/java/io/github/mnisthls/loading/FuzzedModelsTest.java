/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.loading.keras.KerasModel;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.onnx.OnnxModel;
import io.github.mnisthls.loading.weights.WeightFile;
import io.github.mnisthls.loading.weights.WeightTarget;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.FloatInference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of each form are refused in words, or give a network that computes; none hangs or crashes a reader. */
@Slow
class FuzzedModelsTest {
    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 28, 28));

    @TempDir
    private Path temporary;

    @Test
    void onnx() {
        run("onnx", ".onnx", OnnxModel::read);
    }

    @Test
    void kerasHdf5() {
        run("keras", ".h5", KerasModel::hdf5);
    }

    @Test
    void kerasZip() {
        run("keras", ".keras", KerasModel::zip);
    }

    @Test
    void safetensors() {
        run("weights", ".safetensors", new WeightsFormat("", (head, file) -> true, WeightFile::safetensors));
    }

    @Test
    void npz() {
        run("weights", "state.npz", new WeightsFormat("", (head, file) -> true, WeightFile::npz));
    }

    private void run(String folder, String ending, WeightsFormat format) {
        run(folder, ending, (file, request) -> format.read(file, target()));
    }

    private void run(String folder, String ending, BiFunction<Path, ModelRequest, LoadedModel> reader) {
        List<Path> healthy = files(folder, ending);

        int accepted = Mutants.read(healthy, temporary.resolve("mutant" + ending), file -> {
            LoadedModel model = reader.apply(file, REQUEST);
            Architecture architecture = model.network().architecture();
            float[] logits = new FloatInference(model.network())
                    .logits(new float[architecture.input().size()]);
            assertThat(logits).hasSize(architecture.classes());
        });

        System.out.printf("%d of %d damaged files %s were accepted%n", accepted, Mutants.COUNT, ending);
        assertThat(accepted).isLessThan(Mutants.COUNT);
    }

    /** Those of the weights that {@code make_weights.py} saves. */
    private static WeightTarget target() {
        return new WeightTarget(
                new Architecture(
                        "state",
                        new Shape(2, 9, 9),
                        List.of(
                                new Conv2d("conv1", 4, Window.square(3, 1).padded(Padding.of(1)), false),
                                new BatchNorm("norm1", 1e-5),
                                new DepthwiseConv2d("conv2", 2, Window.square(3, 2), true),
                                new Prelu("prelu2"),
                                new Conv2d("conv3", 5, Window.square(1, 1), true),
                                new BatchNorm("norm3", 1e-5),
                                new MaxPool("pool", Window.square(2, 2)),
                                new Flatten("flatten"),
                                new Dense("dense4", 12),
                                new Dense("dense6", 12),
                                new Dense("dense8", 12),
                                new Dense("dense10", 3))),
                Map.of());
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files =
                Files.walk(Path.of(FuzzedModelsTest.class.getResource(folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
