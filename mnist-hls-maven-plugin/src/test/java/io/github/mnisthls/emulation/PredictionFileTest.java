/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionFileTest {
    private static final int CLASSES = 3;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("internal/predictions.bin");
    }

    @Test
    void whatIsReadIsWhatWasWrittenForEveryWidth() {
        Random random = new Random(1);
        for (int width = 1; width <= FixedPointFormat.MAX_WIDTH; width++) {
            for (FixedPointFormat format :
                    new FixedPointFormat[] {FixedPointFormat.signed(width, 3), FixedPointFormat.unsigned(width, 3)}) {
                long[] logits = random.longs(4 * CLASSES)
                        .map(any -> format.signed()
                                ? any >> (Long.SIZE - format.width())
                                : any >>> (Long.SIZE - format.width()))
                        .toArray();
                logits[0] = format.minRaw();
                logits[1] = format.maxRaw();

                PredictionFile.write(new Predictions(format, CLASSES, logits), file);
                Predictions read = PredictionFile.read(file);

                assertThat(read.format()).isEqualTo(format);
                assertThat(read.classes()).isEqualTo(CLASSES);
                assertThat(read.logits()).as(format.toString()).isEqualTo(logits);
            }
        }
    }

    @Test
    void aLogitTakesAsManyBytesAsItNeeds() throws IOException {
        PredictionFile.write(new Predictions(FixedPointFormat.signed(16, 8), CLASSES, new long[3000]), file);

        assertThat(Files.size(file)).isBetween(6000L, 6200L);
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        PredictionFile.write(new Predictions(FixedPointFormat.signed(16, 8), CLASSES, new long[] {1, -2, 3}), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            Files.write(file, damaged);
            assertRefused();
        }
    }

    @Test
    void aFileThatEndsTooEarlyOrIsMissingIsRefused() throws IOException {
        PredictionFile.write(new Predictions(FixedPointFormat.signed(16, 8), CLASSES, new long[] {1, -2, 3}), file);
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused();
        }
        Files.delete(file);
        assertRefused();
    }

    private void assertRefused() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> PredictionFile.read(file))
                .withMessageContaining("The predictions in " + file + " cannot be read: ")
                .withMessageContaining("Run the goal quantize again");
    }
}
