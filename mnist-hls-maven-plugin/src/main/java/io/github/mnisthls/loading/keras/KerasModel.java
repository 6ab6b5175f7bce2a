/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads models of Keras. */
public final class KerasModel {
    private KerasModel() {}

    /**
     * Reads HDF5, as Keras 1 and 2 write it.
     *
     * @param request what is wanted of it
     * @throws io.github.mnisthls.settings.InvalidSettingException if the file is damaged, or if it computes anything that no
     *     layer computes
     */
    public static LoadedModel hdf5(Path file, ModelRequest request) {
        return new GraphReader(file, KerasFile.hdf5(file), request).read();
    }

    /** Reads a zip of Keras 3; otherwise as {@link #hdf5}. */
    public static LoadedModel zip(Path file, ModelRequest request) {
        return new GraphReader(file, KerasFile.zip(file), request).read();
    }

    /** The weights beside {@code X.json}; nothing for other files, which hold all. */
    public static List<Path> weights(Path file) {
        return KerasFile.beside(file).stream().filter(Files::isRegularFile).toList();
    }

    /** Reads {@code X.json} and the weights beside it, {@code X_weights.h5}; otherwise as {@link #hdf5}. */
    public static LoadedModel json(Path file, ModelRequest request) {
        return new GraphReader(file, KerasFile.json(file), request).read();
    }
}
