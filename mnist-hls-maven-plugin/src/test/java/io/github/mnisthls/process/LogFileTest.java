/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path folder;

    @Test
    void linesOfAnyLengthAndEncodingAreShortenedAndDecoded() throws IOException {
        Path log = folder.resolve("log");
        try (OutputStream out = Files.newOutputStream(log)) {
            out.write("first\n".getBytes(StandardCharsets.UTF_8));
            out.write("Größe\n".getBytes(StandardCharsets.ISO_8859_1));
            out.write(new byte[3 << 20]);
            out.write("\nlast".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(LogFile.lastLines(log, 3)).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).isEqualTo("Gr\ufffd\ufffde");
            assertThat(lines.get(1)).hasSizeLessThanOrEqualTo(LineSplitter.MAX_LINE_BYTES + 100);
            assertThat(lines.get(2)).isEqualTo("last");
        });
        assertThat(LogFile.lastLines(log, 1)).containsExactly("last");
        assertThat(LogFile.firstLines(log, line -> !line.equals("first"), 1)).containsExactly("Gr\ufffd\ufffde");
    }
}
