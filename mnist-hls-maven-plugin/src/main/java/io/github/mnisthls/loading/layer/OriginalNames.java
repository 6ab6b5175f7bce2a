/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the layers of a loaded model are called in its file, kept beside what is made of it.
 *
 * @param layers by the layer's name, as a person finds it in the file
 */
public record OriginalNames(Map<String, String> layers) {
    private static final String FILE = "original-names.json";

    public OriginalNames {
        layers = Collections.unmodifiableMap(new TreeMap<>(layers));
    }

    /** Those that a folder keeps; none where it keeps none. */
    public static OriginalNames read(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.isRegularFile(file) ? Json.read(file, OriginalNames.class) : new OriginalNames(Map.of());
    }

    /**
     * Keeps them in a folder; where there are none, no file.
     *
     * @throws IOException if an older file cannot be removed
     */
    public void write(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (layers.isEmpty()) {
            Files.deleteIfExists(file);
        } else {
            AtomicFile.write(file, Json.write(this));
        }
    }
}
