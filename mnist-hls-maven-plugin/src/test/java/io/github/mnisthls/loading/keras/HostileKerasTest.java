/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file says, reading it ends soon and tells what is wrong. */
class HostileKerasTest {
    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 12, 12));
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    /** Sizes, addresses and counts of the file are eight bytes each, at whole eighths. */
    @Test
    void absurdNumbersInHdf5EndSoon() throws IOException {
        byte[] whole = Files.readAllBytes(KerasModelTest.folder().resolve("lenet-keras2/model.h5"));
        Random random = new Random(3);
        Path file = folder.resolve("model.h5");
        for (int i = 0; i < 150; i++) {
            ByteBuffer changed = ByteBuffer.wrap(whole.clone()).order(ByteOrder.LITTLE_ENDIAN);
            long[] absurd = {1L << 31, 1L << 40, Long.MAX_VALUE, -2, whole.length - 8L, 0, 0x0102030405060708L};
            int place = random.nextInt(Math.min(whole.length, 6_000) / 8) * 8;
            changed.putLong(place, absurd[i % absurd.length]);
            Files.write(file, changed.array());

            attempt(() -> KerasModel.hdf5(file, REQUEST), "byte " + place);
        }
    }

    /** A file says where sign, exponent and mantissa of a number lie; the library for HDF5 does not look. */
    @Test
    void numbersOfFourBytesThatAreNoFloat32AreRefused() throws IOException {
        byte[] whole = Files.readAllBytes(KerasModelTest.folder().resolve("lenet-keras1/model.h5"));
        // class and version, implied bit, sign, size, then place and width of the number, the exponent and the
        // mantissa, bias
        byte[] float32 = {0x11, 0x20, 31, 0, 4, 0, 0, 0, 0, 0, 32, 0, 23, 8, 0, 23, 127, 0, 0, 0};
        Path file = folder.resolve("model.h5");
        for (int part : new int[] {1, 2, 8, 12, 13, 14, 15, 16}) {
            byte[] changed = whole.clone();
            int found = 0;
            for (int at = 0; at + float32.length <= whole.length; at++) {
                if (Arrays.equals(whole, at, at + float32.length, float32, 0, float32.length)) {
                    changed[at + part] = (byte) (whole[at + part] ^ (part == 1 ? 1 << 5 : 1));
                    found++;
                }
            }
            assertThat(found).isPositive();
            Files.write(file, changed);

            assertThat(attempt(() -> KerasModel.hdf5(file, REQUEST), "part " + part))
                    .as("part %d", part)
                    .hasMessageContaining("only IEEE 754 float32 can be read");
        }
    }

    @Test
    void zipsThatUnpackToTooMuchAreRefused() throws IOException {
        Path file = folder.resolve("model.keras");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("metadata.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("config.json"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                zip.write(blanks);
            }
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
        }

        assertThat(attempt(() -> KerasModel.zip(file, REQUEST), "zip")).hasMessageContaining("more than 16 MiB");
    }

    @Test
    void deepAndEndlessJsonIsRefused() throws IOException {
        Files.copy(
                KerasModelTest.folder().resolve("lenet-json-keras2/model_weights.h5"),
                folder.resolve("model_weights.h5"));
        Path file = folder.resolve("model.json");
        for (String json : new String[] {
            "{\"config\": " + "[".repeat(200_000),
            "{\"config\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}",
            "{\"class_name\": \"Sequential\", \"config\": {\"layers\": " + "9".repeat(100_000) + "}}",
            "{\"class_name\": \"Sequential\", \"config\": [" + "{},".repeat(100_000) + "{}]}",
            "{",
        }) {
            Files.writeString(file, json);

            assertThat(attempt(() -> KerasModel.json(file, REQUEST), "json")).isNotNull();
        }
    }

    /** What reading ends with, which is a network or a refusal. */
    private static Throwable attempt(Runnable reading, String place) {
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(reading::run);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(place).isLessThan(SOON);
        if (thrown != null) {
            assertThat(thrown).as(place).isInstanceOf(InvalidSettingException.class);
            assertThat(thrown.getMessage()).as(place).hasSizeLessThan(4_000);
        }
        return thrown;
    }
}
