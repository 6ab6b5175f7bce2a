/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.reporting.Metrics.CsimMetrics;

/** A C simulation in which every logit was equal. */
record CsimRecord(double accuracy, CsimMetrics metrics) {
    static final String FILE = "result.json";
}
