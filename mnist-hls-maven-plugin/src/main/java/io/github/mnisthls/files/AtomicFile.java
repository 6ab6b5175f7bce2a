/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Writes files wholly or not at all: a reader never sees half a file, whatever interrupts the writer. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes a file and the folders above it; leaves a file alone that has these bytes already. */
    public static void write(Path file, byte[] content) {
        Path temporary = temporary(file);
        try {
            if (Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content)) {
                // What a killed writer may have left.
                Files.deleteIfExists(temporary);
                return;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                Files.write(temporary, content);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + " (" + e.getMessage() + ")", e);
        }
    }

    /**
     * As {@link #write(Path, byte[])}, where people work too: a link that lies in the place of the temporary file is removed,
     * not followed.
     */
    public static void writeAmongOthers(Path file, byte[] content) {
        try {
            Files.deleteIfExists(temporary(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + " (" + e.getMessage() + ")", e);
        }
        write(file, content);
    }

    private static Path temporary(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".tmp");
    }

    /** As {@link #write(Path, byte[])}, in UTF-8. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
