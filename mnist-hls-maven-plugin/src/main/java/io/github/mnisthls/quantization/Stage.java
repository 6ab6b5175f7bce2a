/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;

/**
 * One computing layer of a folded network with the ReLU after it.
 *
 * @param own      index of the activations that are its result, its ReLU included: 0 is the network's input, then
 *                 follows one per layer
 * @param observed index of what is left of its result after the max pooling behind it
 */
record Stage(Layer layer, boolean relu, Shape input, Shape output, int own, int observed) {
    boolean isAffine() {
        return layer instanceof Conv2d || layer instanceof Dense;
    }

    boolean isMaxPool() {
        return layer instanceof MaxPool;
    }

    /**
     * The stages of a network. A ReLU behind a max pooling goes to the layer before the pooling, which computes the
     * same, so that the pooled values need no sign.
     */
    static List<Stage> of(Architecture folded) {
        List<Shape> shapes = folded.shapes();
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < folded.layers().size(); i++) {
            Layer layer = folded.layers().get(i);
            int result = i + 1;
            if (layer instanceof Relu) {
                addRelu(stages, result);
            } else if (layer instanceof Flatten) {
                checkFlatten(folded, i, shapes.get(i));
            } else if (computes(layer)) {
                // Not the flattened shape: the layer itself reads the image in CHW order.
                Shape input = stages.isEmpty() ? folded.input() : stages.get(stages.size() - 1).output;
                stages.add(new Stage(layer, false, input, shapes.get(result), result, result));
            } else {
                throw new IllegalArgumentException("layer " + layer.name() + " has to be folded away first");
            }
        }
        if (stages.isEmpty()) {
            throw new InvalidSettingException("<layers> of network '" + folded.name()
                    + "' holds no layer that computes. Add a convolution, pooling or dense layer.");
        }
        return lookBehindPooling(stages);
    }

    private static boolean computes(Layer layer) {
        return layer instanceof Conv2d
                || layer instanceof Dense
                || layer instanceof MaxPool
                || layer instanceof AveragePool
                || layer instanceof GlobalAveragePool;
    }

    /** Nothing is to be done for a ReLU before all stages, since no pixel is negative. */
    private static void addRelu(List<Stage> stages, int result) {
        int last = stages.size() - 1;
        int target = last;
        while (target > 0 && stages.get(target).isMaxPool()) {
            target--;
        }
        for (int i = Math.max(target, 0); i <= last; i++) {
            Stage stage = stages.get(i);
            int own = i == last ? result : stage.own;
            stages.set(i, new Stage(stage.layer, stage.relu || i == target, stage.input, stage.output, own, own));
        }
    }

    private static void checkFlatten(Architecture folded, int index, Shape input) {
        boolean last = index + 1 == folded.layers().size();
        Layer next = last ? null : folded.layers().get(index + 1);
        if (!input.isVector() && !last && !(next instanceof Dense) && !(next instanceof Flatten)) {
            throw new InvalidSettingException(
                    "layer '" + next.name() + "' (" + next.getClass().getSimpleName()
                            + ") follows the flattening layer '"
                            + folded.layers().get(index).name() + "', where only a dense layer is supported."
                            + " Move it before the flattening, or put a dense layer between.");
        }
    }

    private static List<Stage> lookBehindPooling(List<Stage> stages) {
        for (int i = stages.size() - 2; i >= 0; i--) {
            Stage stage = stages.get(i);
            if (stages.get(i + 1).isMaxPool()) {
                int observed = stages.get(i + 1).observed;
                stages.set(i, new Stage(stage.layer, stage.relu, stage.input, stage.output, stage.own, observed));
            }
        }
        return List.copyOf(stages);
    }
}
