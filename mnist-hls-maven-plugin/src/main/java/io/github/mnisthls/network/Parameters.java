/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import java.util.Map;

/** Trained values of a layer, by the names that {@link Layer#parameters} tells. */
public sealed interface Parameters permits AffineParameters, NormParameters, NamedParameters {
    Map<String, FloatVector> values();
}
