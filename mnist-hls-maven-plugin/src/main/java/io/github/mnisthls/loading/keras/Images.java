/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.ZeroPad;
import java.util.List;
import java.util.Map;

/** Layers that change how many rows and columns there are. */
final class Images {
    static final Map<String, LayerReader> ALL = Map.of(
            "ZeroPadding2D", Images::pad,
            "Cropping2D", Images::crop,
            "UpSampling2D", Images::upsample);

    private Images() {}

    private static Signal pad(KerasLayer layer) {
        Padding padding = sides(layer, "padding");
        return layer.add("", layer.input(Signal.Form.IMAGE), name -> new ZeroPad(name, padding));
    }

    private static Signal crop(KerasLayer layer) {
        Padding margin = sides(layer, "cropping");
        return layer.add("", layer.input(Signal.Form.IMAGE), name -> new Crop(name, margin));
    }

    private static Signal upsample(KerasLayer layer) {
        layer.config().node("data_format"); // checked for all layers together
        layer.config().only("interpolation", "nearest", "Set it to 'nearest'.");
        List<Integer> size = layer.config().integers("size", 2, List.of());
        return layer.add("", layer.input(Signal.Form.IMAGE), name -> new Upsample(name, size.get(0), size.get(1)));
    }

    /** {@code [[top, bottom], [left, right]]}, {@code [rows, columns]} or one number. */
    private static Padding sides(KerasLayer layer, String name) {
        layer.config().node("data_format"); // checked for all layers together
        JsonNode node = layer.config().node(name);
        JsonNode rows = node.isArray() ? node.path(0) : node;
        JsonNode columns = node.isArray() ? node.path(1) : node;
        if (node.isArray() && node.size() != 2) {
            throw LayerConfig.wrong(name, node, "Give [[top, bottom], [left, right]].");
        }
        return new Padding(side(name, rows, 0), side(name, rows, 1), side(name, columns, 0), side(name, columns, 1));
    }

    private static int side(String name, JsonNode axis, int end) {
        JsonNode side = axis.isArray() ? axis.path(end) : axis;
        if (!side.isInt() || (axis.isArray() && axis.size() != 2)) {
            throw LayerConfig.wrong(name, axis, "Give [[top, bottom], [left, right]].");
        }
        return side.intValue();
    }
}
