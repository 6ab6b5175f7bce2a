/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerTable;
import io.github.mnisthls.network.Network;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network from an ONNX file. Its pixels are taken as they come: what scales them in the file is a layer.
 *
 * @param network   what was read
 * @param originals for each layer its node in the file, as a person finds it there
 */
public record OnnxModel(Network network, Map<String, String> originals) {
    /** The number of the field {@code ir_version}, which is written first, and that its value is a plain number. */
    private static final int FIRST_BYTE = 8;

    private static final int MAX_IR_VERSION = 32;

    public OnnxModel {
        originals = Collections.unmodifiableMap(new TreeMap<>(originals));
    }

    /** Whether a file looks like ONNX by its first bytes, or else is called so. */
    public static boolean recognizes(byte[] head, Path file) {
        boolean starts = head.length > 2 && head[0] == FIRST_BYTE && head[1] > 0 && head[1] <= MAX_IR_VERSION;
        return starts || file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /**
     * Reads a file, and external data in its folder.
     *
     * @throws io.github.mnisthls.settings.InvalidSettingException if it is damaged, or if it computes anything that no layer
     *     computes
     */
    public static OnnxModel read(Path file) {
        return new GraphReader(file, OnnxFile.read(file)).read();
    }

    /** A table of the layers: as read, in the file, shape, parameters. */
    public List<String> table() {
        return LayerTable.lines(network.architecture(), originals);
    }
}
