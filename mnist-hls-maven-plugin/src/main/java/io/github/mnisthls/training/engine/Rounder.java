/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.quantization.ValueRounding;

/** Makes what stands where a value is to be rounded. */
@FunctionalInterface
interface Rounder {
    Operation of(Wiring wiring, ValueRounding rounding, Kernels kernels);
}
