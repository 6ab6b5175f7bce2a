/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.AdderGraph;
import java.util.List;

/**
 * What the plan made of one layer.
 *
 * @param kind            as reports print it, such as {@code conv}
 * @param inLanes         values per word that reach it, by input
 * @param outLanes        values per word that it sends
 * @param pe              outputs computed at the same time; without a matrix, values of a word that it works on
 * @param simd            inputs multiplied at the same time; without a matrix as {@code pe}
 * @param windows         neighboring windows computed at the same time
 * @param intervalCycles  trips of the slowest loop among the layer's processes, exactly
 * @param latencyCycles   cycles from the layer's first word in to its last word out, estimated
 * @param multipliers     products per cycle
 * @param weightBits      of one weight; 0 without weights
 * @param accumulatorBits of one accumulator
 * @param implementation  what its products are made of
 * @param reason          why it is that, in words; empty where nothing is multiplied
 * @param adders          graphs that make the products, each for the outputs behind those of the one before it; none where
 *                        multipliers do
 * @param estimate        resources, estimated
 */
public record LayerPlan(
        String name,
        String kind,
        List<Integer> inLanes,
        int outLanes,
        int pe,
        int simd,
        int windows,
        long intervalCycles,
        long latencyCycles,
        int multipliers,
        int weightBits,
        int accumulatorBits,
        WeightStorage weightStorage,
        Implementation implementation,
        String reason,
        List<AdderGraph> adders,
        Resources estimate) {
    public LayerPlan {
        inLanes = List.copyOf(inLanes);
        adders = List.copyOf(adders);
    }
}
