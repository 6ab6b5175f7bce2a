/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The results that a step is made from.
 *
 * @param byStep one digest for all outputs of each step
 */
record UpstreamDigests(Map<StepName, String> byStep) {
    UpstreamDigests {
        Map<StepName, String> copy = new EnumMap<>(StepName.class);
        copy.putAll(byStep);
        byStep = Collections.unmodifiableMap(copy);
    }

    boolean has(StepName step) {
        return byStep.containsKey(step);
    }

    /** The digest of a step that this one depends on. */
    String of(StepName step) {
        return byStep.get(step);
    }
}
