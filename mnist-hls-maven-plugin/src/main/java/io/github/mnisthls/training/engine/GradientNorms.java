/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.training.RoundingTrial.LayerGradient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How large the gradients of the layers are over some steps. */
final class GradientNorms {
    private final Map<String, List<ParameterBlock>> blocks;
    private final Map<String, Double> squares = new TreeMap<>();
    private int steps;

    GradientNorms(ParameterTable table) {
        this.blocks = table.blocksByLayer();
    }

    /** Looks at the gradient of one step. */
    void add(float... gradient) {
        steps++;
        blocks.forEach((layer, own) -> squares.merge(layer, squares(own, gradient), Double::sum));
    }

    private static double squares(List<ParameterBlock> blocks, float... gradient) {
        double sum = 0;
        for (ParameterBlock block : blocks) {
            for (int i = block.at(); i < block.end(); i++) {
                sum += (double) gradient[i] * gradient[i];
            }
        }
        return sum;
    }

    /** In the layers' order. */
    List<LayerGradient> norms() {
        return blocks.keySet().stream()
                .map(layer -> new LayerGradient(layer, Math.sqrt(squares.get(layer) / steps)))
                .toList();
    }
}
