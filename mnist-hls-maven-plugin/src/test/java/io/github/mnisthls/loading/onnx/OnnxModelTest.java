/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that {@code src/test/models/make_onnx.py} makes give the logits that PyTorch gave. */
class OnnxModelTest {
    private static final double TOLERANCE = 1e-4;

    static List<String> models() throws IOException {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void computesWhatPyTorchComputes(String name) {
        Path folder = folder().resolve(name);

        Network network = OnnxModel.read(folder.resolve("model.onnx")).network();

        TestData data = TestData.read(folder, network.architecture().input());
        float[] expected = data.output().toArray();
        float[] logits = new FloatInference(network).logits(data.input().toArray());
        double range = 0;
        for (float value : expected) {
            range = Math.max(range, Math.abs(value));
        }
        assertThat(logits).hasSameSizeAs(expected);
        for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i]).as("logit %d", i).isCloseTo(expected[i], within(TOLERANCE * range));
        }
    }

    private static Path folder() {
        try {
            return Path.of(OnnxModelTest.class.getResource("models").toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
