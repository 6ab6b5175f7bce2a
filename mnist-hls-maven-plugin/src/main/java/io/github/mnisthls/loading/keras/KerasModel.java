/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.LayerTable;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network from Keras. What scales pixels at its input is what the network sees of them.
 *
 * @param network   what was read
 * @param originals for each layer that in the file, as a person finds it there
 */
public record KerasModel(Network network, Map<String, String> originals) {
    public KerasModel {
        originals = Collections.unmodifiableMap(new TreeMap<>(originals));
    }

    /**
     * Reads HDF5, as Keras 1 and 2 write it.
     *
     * @param images shape of the images that the network will be given
     * @throws io.github.mnisthls.settings.InvalidSettingException if the file is damaged, or if it computes anything that no
     *     layer computes
     */
    public static KerasModel hdf5(Path file, Shape images) {
        return new GraphReader(file, KerasFile.hdf5(file), images).read();
    }

    /** Reads a zip of Keras 3; otherwise as {@link #hdf5}. */
    public static KerasModel zip(Path file, Shape images) {
        return new GraphReader(file, KerasFile.zip(file), images).read();
    }

    /** Reads {@code X.json} and the weights beside it, {@code X_weights.h5}; otherwise as {@link #hdf5}. */
    public static KerasModel json(Path file, Shape images) {
        return new GraphReader(file, KerasFile.json(file), images).read();
    }

    /** A table of the layers: as read, in the file, shape, parameters. */
    public List<String> table() {
        return LayerTable.lines(network.architecture(), originals);
    }
}
