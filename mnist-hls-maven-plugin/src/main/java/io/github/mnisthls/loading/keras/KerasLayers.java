/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import java.util.Map;
import java.util.TreeMap;

/** All classes of layers that are read. */
final class KerasLayers {
    static final Map<String, LayerReader> ALL = all();

    private KerasLayers() {}

    private static Map<String, LayerReader> all() {
        Map<String, LayerReader> all = new TreeMap<>();
        all.putAll(Convolutions.ALL);
        all.putAll(Pools.ALL);
        all.putAll(Images.ALL);
        all.putAll(Vectors.ALL);
        all.putAll(ActivationLayers.ALL);
        all.putAll(Normalizations.ALL);
        all.putAll(Joins.ALL);
        return all;
    }
}
