/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.weights;

import io.github.mnisthls.network.Architecture;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What weights are read for.
 *
 * @param architecture the layers
 * @param names        for a layer, what the file calls it: all but the last part of its tensors' names
 */
public record WeightTarget(Architecture architecture, Map<String, String> names) {
    public WeightTarget {
        names = Collections.unmodifiableMap(new TreeMap<>(names));
    }
}
