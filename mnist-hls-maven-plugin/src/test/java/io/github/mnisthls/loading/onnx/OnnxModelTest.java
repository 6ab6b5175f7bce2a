/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    /** No byte may be missing, and none of the shortened files may hang the reader or crash it. */
    @Test
    void truncatedFilesAreRefused(@TempDir Path temporary) throws IOException {
        byte[] whole = Files.readAllBytes(folder().resolve("vector/model.onnx"));
        Path file = temporary.resolve("short.onnx");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> OnnxModel.read(file))
                    .as("%d of %d bytes", length, whole.length)
                    .isInstanceOf(InvalidSettingException.class);
        }
    }

    @Test
    void allNodesThatCannotBeReadAreNamed(@TempDir Path temporary) throws IOException {
        ModelProto model = ModelProto.parseFrom(Files.readAllBytes(folder().resolve("lenet-opset7/model.onnx")));
        ModelProto.Builder changed = model.toBuilder();
        changed.getGraphBuilder().getNodeBuilderList().stream()
                .filter(node -> node.getOpType().equals("Relu"))
                .forEach(node -> node.setOpType("Selu"));
        Path file = Files.write(temporary.resolve("selu.onnx"), changed.build().toByteArray());

        assertThatThrownBy(() -> OnnxModel.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("2 parts")
                .hasMessageContaining("(Selu): no layer computes this operator");
    }

    private static Path folder() {
        try {
            return Path.of(OnnxModelTest.class.getResource("models").toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
