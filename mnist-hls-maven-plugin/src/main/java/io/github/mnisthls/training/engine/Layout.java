/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;

/** Decides which values and gradients of a shard have arrays of their own. */
final class Layout {
    private final List<Operation> operations;
    private final List<Shape> shapes;
    private final int output;

    /** Whether the value depends on something that learns. */
    private final boolean[] learned;

    /** Number of the value whose array holds this value. */
    private final int[] place;

    /**
     * @param image  shape of value 0
     * @param output number of the value that holds the logits
     */
    Layout(Shape image, List<Operation> operations, int output) {
        this.operations = operations;
        this.output = output;
        this.shapes = new ArrayList<>(List.of(image));
        for (Operation operation : operations) {
            for (int i = 0; i < operation.outputs(); i++) {
                shapes.add(operation.output);
            }
        }
        this.learned = new boolean[shapes.size()];
        this.place = new int[shapes.size()];
        boolean[] fixed = new boolean[shapes.size()];
        for (Operation operation : operations) {
            settle(operation, fixed);
        }
    }

    private void settle(Operation operation, boolean[] fixed) {
        boolean learns =
                operation.learns() || operation.wiring.inputs().stream().anyMatch(input -> learned[input]);
        int first = operation.wiring.inputs().get(0);
        boolean unchanged = operation.sharing() == Sharing.UNCHANGED;
        boolean replaced = operation.sharing() == Sharing.REPLACED && !fixed[first];
        for (int i = 0; i < operation.outputs(); i++) {
            int value = operation.wiring.output() + i;
            learned[value] = learns;
            place[value] = unchanged || replaced ? place[first] : value;
            fixed[value] = operation.readsOutput() || operation.outputs() > 1 || (unchanged && fixed[first]);
        }
    }

    /** Whether the backward pass has to do with this operation. */
    boolean reaches(Operation operation) {
        return learned[operation.wiring.output()];
    }

    /** Room for one shard of a batch. */
    Shard createShard(int position, int parameterCount) {
        float[][] values = new float[shapes.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = place[i] == i ? new float[Offsets.size(shapes.get(i))] : values[place[i]];
        }
        float[][] scratch = new float[operations.size()][];
        for (Operation operation : operations) {
            scratch[operation.index] = new float[operation.scratchSize()];
        }
        return new Shard(position, output, values, gradients(), scratch, parameterCount);
    }

    private float[][] gradients() {
        float[][] gradients = new float[shapes.size()][];
        for (Operation operation : operations) {
            int first = operation.wiring.inputs().get(0);
            for (int i = 0; i < operation.outputs(); i++) {
                int value = operation.wiring.output() + i;
                if (i == 0 && operation.sharing() != Sharing.NOTHING && gradients[first] != null) {
                    gradients[value] = gradients[first];
                } else if (learned[value] || value == output) {
                    gradients[value] = new float[Offsets.size(operation.output)];
                }
            }
        }
        return gradients;
    }
}
