/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Trained values by name, as a {@link Network} keeps them. */
public record NamedParameters(Map<String, FloatVector> values) implements Parameters {
    public NamedParameters {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
