/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The models among the resources, and how files of each form are read. */
final class HealthyModels {
    /** Folder, and how the names of its files end. */
    static final Map<String, String> FORMS = Map.of(
            ".onnx", "onnx",
            ".h5", "keras",
            ".keras", "keras",
            ".safetensors", "weights",
            "state.npz", "weights");

    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 28, 28));

    private HealthyModels() {}

    static List<Path> files(String ending) {
        Path folder = ExactModel.folder(HealthyModels.class, FORMS.get(ending));
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.getParent().endsWith("hostile"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file as its name ends, whatever its first bytes are. */
    static LoadedModel read(Path file) {
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".onnx" -> OnnxModel.read(file, REQUEST);
            case ".h5" -> KerasModel.hdf5(file, REQUEST);
            case ".keras" -> KerasModel.zip(file, REQUEST);
            case ".safetensors" ->
                new WeightsFormat("", (head, path) -> true, WeightFile::safetensors).read(file, target());
            case ".npz" -> new WeightsFormat("", (head, path) -> true, WeightFile::npz).read(file, target());
            default -> throw new IllegalArgumentException(name);
        };
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
}
