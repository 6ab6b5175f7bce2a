/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Pooling layers. Padding is never counted. */
final class Pools {
    static final Map<String, LayerReader> ALL = Map.of(
            "MaxPooling2D", layer -> pool(layer, MaxPool::new),
            "AveragePooling2D", layer -> pool(layer, Pools::average),
            "MaxPooling1D", layer -> row(layer, MaxPool::new),
            "AveragePooling1D", layer -> row(layer, Pools::average),
            "GlobalMaxPooling2D", layer -> whole(layer, Signal.Form.IMAGE, Pools::max),
            "GlobalAveragePooling2D", layer -> whole(layer, Signal.Form.IMAGE, input -> GlobalAveragePool::new),
            "GlobalAveragePooling1D", layer -> whole(layer, Signal.Form.SEQUENCE, input -> GlobalAveragePool::new));

    private Pools() {}

    /** Makes a layer with a window. */
    private interface Maker {
        Layer make(String name, Window window);
    }

    private static Layer average(String name, Window window) {
        return new AveragePool(name, window, false);
    }

    private static Signal pool(KerasLayer layer, Maker maker) {
        Signal input = layer.input(Signal.Form.IMAGE);
        Window window = Windows.of(layer, "pool_size", List.of(), input.image());
        return layer.add("", input, name -> maker.make(name, window));
    }

    private static Signal row(KerasLayer layer, Maker maker) {
        Signal input = layer.input(Signal.Form.SEQUENCE);
        String size = layer.config().has("pool_length") ? "pool_length" : "pool_size";
        Window window = Windows.row(layer, size, List.of(), input.image());
        return layer.add("", input, name -> maker.make(name, window));
    }

    private static LayerCollector.Named max(Signal input) {
        return name -> new MaxPool(name, Window.whole(input.image()));
    }

    private static Signal whole(KerasLayer layer, Signal.Form form, Function<Signal, LayerCollector.Named> maker) {
        Signal input = layer.input(form);
        layer.config().node("data_format"); // checked for all layers together
        if (form == Signal.Form.SEQUENCE) {
            layer.config().only("data_format", "channels_last", "Only sequences with their channels last are read.");
        }
        Signal pooled = layer.add("", input, maker.apply(input));
        return layer.config().flag("keepdims", false)
                ? pooled
                : Signal.vector(pooled.value(), pooled.image().channels());
    }
}
