/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All learned values of a model in one array, and which of them are whose. */
final class ParameterTable {
    private final float[] values;
    private final List<ParameterBlock> blocks = new ArrayList<>();
    private final List<BatchStatistics> statistics = new ArrayList<>();
    private final Map<String, List<ParameterBlock>> blocksByLayer = new TreeMap<>();
    private final Map<String, BatchStatistics> statisticsByLayer = new TreeMap<>();

    ParameterTable(int size) {
        values = new float[size];
    }

    /** Reserves the next {@code size} values for a layer. */
    ParameterBlock add(String layer, int size, boolean decays) {
        int at = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).end();
        ParameterBlock block = new ParameterBlock(at, size, decays);
        blocks.add(block);
        blocksByLayer.computeIfAbsent(layer, name -> new ArrayList<>()).add(block);
        return block;
    }

    BatchStatistics addStatistics(String layer, int channels, double epsilon) {
        BatchStatistics added = new BatchStatistics(channels, epsilon);
        statistics.add(added);
        statisticsByLayer.put(layer, added);
        return added;
    }

    float[] values() {
        return values;
    }

    List<ParameterBlock> blocks() {
        return blocks;
    }

    List<BatchStatistics> statistics() {
        return statistics;
    }

    /** A layer's block: weights or scale at 0, bias or shift at 1. */
    ParameterBlock block(String layer, int position) {
        return blocksByLayer.get(layer).get(position);
    }

    BatchStatistics statistics(String layer) {
        return statisticsByLayer.get(layer);
    }
}
