/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How a child process tells its parent of a failure that the user can mend: a text in a file. */
public record FailureFile(Path folder) {
    /** Forgets an earlier failure. */
    public void clear() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file(), e);
        }
    }

    public void write(String message) {
        AtomicFile.write(file(), message);
    }

    /** What the child told, if it did. */
    public Optional<String> read() {
        try {
            return Files.exists(file()) ? Optional.of(Files.readString(file())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file(), e);
        }
    }

    private Path file() {
        return folder.resolve("failure.txt");
    }
}
