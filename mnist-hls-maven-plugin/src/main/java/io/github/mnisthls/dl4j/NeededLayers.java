/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Parameters;
import java.util.Map;
import java.util.TreeMap;

/** Leaves out what the logits do not depend on. */
final class NeededLayers {
    private NeededLayers() {}

    static Network of(Network network) {
        Architecture needed = network.architecture().needed();
        Map<String, Parameters> parameters = new TreeMap<>(network.parameters());
        parameters.keySet().retainAll(needed.layers().stream().map(Layer::name).toList());
        return new Network(needed, parameters);
    }
}
