/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table of the layers that were read: as read, in the file, shape, parameters. */
public final class LayerTable {
    private LayerTable() {}

    /**
     * One line for each layer.
     *
     * @param originals for each layer its place in the file, as a person finds it there
     */
    public static List<String> lines(Architecture architecture, Map<String, String> originals) {
        List<Shape> shapes = architecture.shapes();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Layer layer = architecture.nodes().get(i).layer();
            lines.add(String.format(
                    Locale.ROOT,
                    "%-24s %-40s %-12s %8d",
                    layer.name(),
                    originals.get(layer.name()),
                    shapes.get(i + 1),
                    layer.parameterCount(architecture.inputShapes().get(i))));
        }
        return lines;
    }
}
