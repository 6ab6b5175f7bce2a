/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {
    @TempDir
    private Path folder;

    /** With what a bean would show as a property, and a record does not. */
    record Sample(
            String name,
            boolean seen,
            List<BigInteger> large,
            Optional<Double> some,
            OptionalLong none,
            Map<String, Kind> kinds) {
        enum Kind {
            FIRST
        }

        public boolean isShort() {
            return name.length() < 3;
        }
    }

    @Test
    void aRecordIsItsComponents() throws Exception {
        Sample sample = new Sample(
                "x",
                true,
                List.of(BigInteger.TEN.pow(30).negate()),
                Optional.of(0.1),
                OptionalLong.empty(),
                Map.of("a", Sample.Kind.FIRST));
        Path file = folder.resolve("sample.json");
        Files.writeString(file, Json.write(sample));

        assertThat(Json.tree(sample).fieldNames()).toIterable().containsOnly("name", "seen", "large", "some", "kinds");
        assertThat(Json.read(file, Sample.class)).isEqualTo(sample);
    }

    /** Before it is read: it would not fit into memory. */
    @Test
    void hugeFilesAreRefused() throws Exception {
        Path huge = folder.resolve("huge.json");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30);
        }

        assertThatThrownBy(() -> Json.read(huge, Sample.class))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot read " + huge + ": it has more than 64 MiB");
    }
}
