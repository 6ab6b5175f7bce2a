/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.loading.testdata.ModelTest;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.FloatInference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state that {@code src/test/models/make_weights.py} saves gives the logits that PyTorch gave. */
class WeightFileTest {
    private static final Path STATE = folder().resolve("state.safetensors");

    @Test
    void computesWhatPyTorchComputes() {
        WeightTarget target = target(layers(), Map.of());
        for (LoadedModel loaded :
                List.of(WeightFile.safetensors(STATE, target), WeightFile.npz(folder().resolve("state.npz"), target))) {
            FloatInference inference = new FloatInference(loaded.network());

            String compared = new ModelTest(loaded, folder().resolve("test.npz"), inference::logits).run();

            assertThat(compared).contains("2");
            assertThat(loaded.originals()).containsEntry("conv1", "0").containsEntry("dense10", "16");
        }
    }

    /** Layers of the same extents are told apart by what the user says. */
    @Test
    void namesSayWhichIsWhich() {
        LoadedModel swapped = WeightFile.safetensors(STATE, target(layers(), Map.of("dense6", "14", "dense8", "12")));

        assertThat(swapped.originals()).containsEntry("dense6", "14").containsEntry("dense8", "12");
        assertThatThrownBy(() -> new ModelTest(
                                swapped, folder().resolve("test.npz"), new FloatInference(swapped.network())::logits)
                        .run())
                .hasMessageContaining("<modelTestData>");
    }

    @Test
    void layersOfTheSameExtentsUnderNamesWithoutOrderAreRefused(@TempDir Path temporary) throws IOException {
        Path file = temporary.resolve("renamed.safetensors");
        // As long as before, so that the header's length stays.
        String renamed = text(STATE).replace("\"14.", "\"zz.");
        Files.write(file, renamed.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> WeightFile.safetensors(file, target(layers(), Map.of())))
                .isInstanceOf(NotReadable.class)
                .hasMessageContaining("layers [dense6, dense8] could each be any of [12, zz]")
                .hasMessageContaining("<weightNames><dense6>12</dense6>");
        assertThat(WeightFile.safetensors(file, target(layers(), Map.of("dense8", "zz")))
                        .originals())
                .containsEntry("dense6", "12")
                .containsEntry("dense8", "zz");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        List<Layer> biased = layers();
        biased.set(0, new Conv2d("conv1", 4, Window.square(3, 1).padded(new Padding(1, 1, 1, 1)), true));
        refused(biased, Map.of(), "layers [conv1] need {bias=[4], weight=[4, 2, 3, 3]}", "'0' {weight=[4, 2, 3, 3]}");
        List<Layer> fewer = layers();
        fewer.remove(14);
        fewer.remove(13);
        refused(fewer, Map.of(), "layers [dense6] need", "and the file has [12, 14]");
        refused(layers(), Map.of("conv1", "3"), "layer 'conv1' needs", "the file has '3'");
        refused(layers(), Map.of("conv1", "none"), "nothing called 'none'", "Name another module in <weightNames>");
        refused(layers(), Map.of("relu1", "3"), "<weightNames> names the layer 'relu1'");
        refused(layers(), Map.of("dense6", "12", "dense8", "12"), "which another layer took");
    }

    private static void refused(List<Layer> layers, Map<String, String> names, String... parts) {
        assertThatThrownBy(() -> WeightFile.safetensors(STATE, target(layers, names)))
                .isInstanceOf(NotReadable.class)
                .hasMessageContainingAll(parts);
    }

    /** No byte may be missing or left over, and no tensor may lie where another does. */
    @Test
    void damagedFilesAreRefused(@TempDir Path temporary) throws IOException {
        byte[] whole = Files.readAllBytes(STATE);
        Path file = temporary.resolve("damaged.safetensors");
        for (int length = 0; length < whole.length; length += length < 1500 ? 1 : 37) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> WeightFile.safetensors(file, target(layers(), Map.of())))
                    .as("%d bytes", length)
                    .isInstanceOf(NotReadable.class);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> WeightFile.safetensors(file, target(layers(), Map.of())))
                .hasMessageContaining("its tensors end at byte");
        Files.write(
                file,
                text(STATE).replace("\"dtype\":\"I64\"", "\"dtype\":\"Q64\"").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> WeightFile.safetensors(file, target(layers(), Map.of())))
                .hasMessageContaining("is of type Q64");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static WeightTarget target(List<Layer> layers, Map<String, String> names) {
        return new WeightTarget(new Architecture("state", new Shape(2, 9, 9), layers), names);
    }

    private static List<Layer> layers() {
        return new ArrayList<>(List.of(
                new Conv2d("conv1", 4, Window.square(3, 1).padded(new Padding(1, 1, 1, 1)), false),
                new BatchNorm("norm1", 1e-5),
                new Relu("relu1"),
                new DepthwiseConv2d("conv2", 2, Window.square(3, 2), true),
                new Prelu("prelu2"),
                new Conv2d("conv3", 5, Window.square(1, 1), true),
                new BatchNorm("norm3", 1e-5),
                new Relu("relu3"),
                new MaxPool("pool", Window.square(2, 2)),
                new Flatten("flatten"),
                new Dense("dense4", 12),
                new Relu("relu5"),
                new Dense("dense6", 12),
                new Relu("relu7"),
                new Dense("dense8", 12),
                new Relu("relu9"),
                new Dense("dense10", 3)));
    }

    private static Path folder() {
        try {
            return Path.of(WeightFileTest.class.getResource("state.npz").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
