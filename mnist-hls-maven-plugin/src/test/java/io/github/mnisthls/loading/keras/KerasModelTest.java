/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.FloatInference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that {@code src/test/models/make_keras.py} makes give the logits that Keras gave. */
class KerasModelTest {
    private static final double TOLERANCE = 1e-4;
    private static final Shape IMAGES = new Shape(1, 28, 28);

    static List<String> models() throws IOException {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void computesWhatKerasComputes(String name) throws IOException {
        Path folder = folder().resolve(name);

        LoadedModel model = read(folder);

        Network network = model.network();
        // In the order of the network already.
        float[] seen = model.input()
                .seen(
                        floats(folder.resolve("input.bin")),
                        network.architecture().input(),
                        false);
        float[] expected = floats(folder.resolve("output.bin"));
        float[] logits = new FloatInference(network).logits(seen);
        double range = 0;
        for (float value : expected) {
            range = Math.max(range, Math.abs(value));
        }
        assertThat(range).isPositive();
        assertThat(logits).hasSameSizeAs(expected);
        for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i]).as("logit %d", i).isCloseTo(expected[i], within(TOLERANCE * range));
        }
    }

    @Test
    void namesBecomeUniqueIdentifiers() throws IOException {
        LoadedModel model = read(folder().resolve("residual-keras2"));

        assertThat(model.originals())
                .containsEntry("conv_1", "conv-1 (Conv2D)")
                .containsEntry("n_1conv", "1conv (BatchNormalization)")
                .containsEntry("conv_1_2", "conv_1 (SeparableConv2D)")
                .containsEntry("Conv_1_3", "Conv_1 (Add)")
                .containsEntry("n_", "卷积 (ReLU)");
        assertThat(model.table())
                .anyMatch(line -> line.contains("conv_1_2") && line.contains("conv_1 (SeparableConv2D)"));
    }

    static LoadedModel read(Path folder) {
        if (Files.exists(folder.resolve("model.keras"))) {
            return KerasModel.zip(folder.resolve("model.keras"), ModelRequest.of(IMAGES));
        }
        return Files.exists(folder.resolve("model.h5"))
                ? KerasModel.hdf5(folder.resolve("model.h5"), ModelRequest.of(IMAGES))
                : KerasModel.json(folder.resolve("model.json"), ModelRequest.of(IMAGES));
    }

    private static float[] floats(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    static Path folder() {
        try {
            return Path.of(KerasModelTest.class.getResource("models").toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
