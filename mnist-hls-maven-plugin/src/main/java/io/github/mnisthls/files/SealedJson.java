/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Results in JSON with their digest beside them, so that one that a full disk, a defect or a hand changed counts as none. */
public final class SealedJson {
    private record Sealed(String digest, JsonNode content) {
        static Sealed of(JsonNode content) {
            return new Sealed(Digest.of(Json.write(content)), content);
        }
    }

    private SealedJson() {}

    /** Writes a record or a tree. */
    public static void write(Path file, Object value) {
        AtomicFile.write(file, Json.write(Sealed.of(Json.tree(value))));
    }

    /** What was written; empty if there is no such file, or it is not as it was written. */
    public static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Sealed read = Json.read(file, Sealed.class);
            return read.content() != null && read.equals(Sealed.of(read.content()))
                    ? Optional.of(Json.value(read.content(), type))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
