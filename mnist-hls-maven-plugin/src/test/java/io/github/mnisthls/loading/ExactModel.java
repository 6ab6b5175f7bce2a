/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.Quantizer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A quantized network with images and the logits that exact arithmetic gives for them.
 *
 * @param folder  holds {@code pixels.bin} and {@code logits.bin}
 * @param network as it was loaded
 */
public record ExactModel(Path folder, Network network) {
    /** The folder of this name beside a class. */
    public static Path folder(Class<?> test, String name) {
        try {
            return Path.of(test.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Names of the folders in a folder. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** The float network rounds as the file does. */
    public void checkFloat() {
        LabeledImages images = images();
        double[] expected = logits();

        FloatInference inference = new FloatInference(network);

        for (int image = 0; image < images.count(); image++) {
            float[] logits = inference.logits(images, image);
            for (int i = 0; i < logits.length; i++) {
                assertThat((double) logits[i])
                        .as("image %d, logit %d", image, i)
                        .isEqualTo(expected[image * logits.length + i]);
            }
        }
    }

    /** The emulator gives these logits, whatever the user asks for where the file tells nothing. */
    public void checkEmulator() {
        for (String precision : List.of("auto:8", "auto:2", "*.weights=ap_fixed<3,1>; *=auto:3")) {
            Predictions predictions = new Emulator(quantized(precision)).run(images(), 1);

            double[] exact = IntStream.range(0, images().count() * predictions.classes())
                    .mapToDouble(i -> predictions
                            .format()
                            .toDouble(predictions.logit(i / predictions.classes(), i % predictions.classes())))
                    .toArray();
            assertThat(exact).as("<precision>%s", precision).containsExactly(logits());
        }
    }

    /** In integers. */
    public QuantizedNetwork quantized(String precision) {
        return Quantizer.quantize(FoldBatchNorm.fold(network), Precision.parse(precision), images(), 1)
                .network();
    }

    private LabeledImages images() {
        byte[] pixels = bytes("pixels.bin");
        int size = network.architecture().input().size();
        return LabeledImages.of(network.architecture().input(), pixels, new byte[pixels.length / size]);
    }

    private double[] logits() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes("logits.bin")).order(ByteOrder.LITTLE_ENDIAN);
        double[] logits = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(logits);
        return logits;
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
