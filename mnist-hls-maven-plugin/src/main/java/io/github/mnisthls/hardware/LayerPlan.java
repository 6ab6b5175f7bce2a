/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * What the plan made of one layer.
 *
 * @param pe              outputs computed at the same time; for pooling, channels
 * @param simd            inputs multiplied at the same time; for pooling as {@code pe}
 * @param intervalCycles  trips of the slowest loop among the layer's processes, exactly
 * @param latencyCycles   cycles from the layer's first word in to its last word out, estimated
 * @param multipliers     products per cycle
 * @param weightBits      of one weight; 0 without weights
 * @param accumulatorBits of one accumulator
 * @param estimate        resources, estimated
 */
public record LayerPlan(
        String name,
        LayerKind kind,
        int pe,
        int simd,
        long intervalCycles,
        long latencyCycles,
        int multipliers,
        int weightBits,
        int accumulatorBits,
        WeightStorage weightStorage,
        Resources estimate) {}
