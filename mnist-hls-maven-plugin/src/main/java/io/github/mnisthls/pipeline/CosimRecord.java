/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.reporting.Metrics.CosimMetrics;

/**
 * A co-simulation in which every logit was equal.
 *
 * @param accuracy on the images that were co-simulated, fraction of 1
 */
record CosimRecord(double accuracy, CosimMetrics metrics) {}
