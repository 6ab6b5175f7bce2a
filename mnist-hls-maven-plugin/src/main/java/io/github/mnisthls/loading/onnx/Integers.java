/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.Grid;

/**
 * What {@code QuantizeLinear} makes of a signal: no layer yet, since only {@code DequantizeLinear} tells what the integers
 * mean.
 *
 * @param grid which integers, and what they will mean
 */
record Integers(Signal signal, Grid grid) {}
