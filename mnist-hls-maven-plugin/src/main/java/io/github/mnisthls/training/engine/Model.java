/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A network's operations and the values that they learn. */
public final class Model {
    private final Architecture architecture;
    private final List<Operation> operations;
    private final Layout layout;
    private final ParameterTable table;

    /** Of layers that the logits do not depend on: nothing computes them, so they stay as they are. */
    private final ParameterTable idle;

    private final int firstLearner;

    /** What the optimizer changes; what is computed with follows from it, where there is rounding. */
    private final float[] learned;

    private final Optional<ParameterRounding> rounding;

    private double zeroShare;

    Model(
            Architecture architecture,
            List<Operation> operations,
            int output,
            ParameterTable table,
            ParameterTable idle,
            Optional<ParameterRounding> rounding) {
        this.architecture = architecture;
        this.operations = List.copyOf(operations);
        this.layout = new Layout(architecture.input(), this.operations, output);
        this.table = table;
        this.idle = idle;
        this.rounding = rounding;
        this.learned = rounding.isPresent() ? table.values().clone() : table.values();
        int first = 0;
        while (first < operations.size() && !layout.reaches(operations.get(first))) {
            first++;
        }
        this.firstLearner = first;
    }

    Architecture architecture() {
        return architecture;
    }

    List<Operation> operations() {
        return operations;
    }

    /** The first operation that the backward pass must reach; the number of operations if nothing learns. */
    int firstLearner() {
        return firstLearner;
    }

    /** Whether the backward pass has to do with this operation. */
    boolean reaches(Operation operation) {
        return layout.reaches(operation);
    }

    /** Weights, biases, scales and shifts, layer by layer; changed in place by the optimizer. */
    float[] parameters() {
        return learned;
    }

    /** From now on the smallest weights are rounded to 0, this share of each layer's. */
    void prune(double share) {
        zeroShare = share;
    }

    /** To be called when {@link #parameters} have changed, before anything is computed. */
    void roundParameters() {
        rounding.ifPresent(how -> how.round(learned, table.values(), zeroShare));
    }

    /** Where weight decay applies and where it does not. */
    List<ParameterBlock> blocks() {
        return table.blocks();
    }

    /** Whose parameters are where. */
    ParameterTable table() {
        return table;
    }

    /** Running means and variances, layer by layer. */
    float[] statistics() {
        List<float[]> all = table.allStatistics();
        float[] values = new float[all.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (float[] each : all) {
            System.arraycopy(each, 0, values, at, each.length);
            at += each.length;
        }
        return values;
    }

    /** Takes over parameters and statistics as {@link #parameters} and {@link #statistics} give them. */
    void set(float[] parameters, float[] statisticValues) {
        System.arraycopy(parameters, 0, learned, 0, learned.length);
        int at = 0;
        for (float[] each : table.allStatistics()) {
            System.arraycopy(statisticValues, at, each, 0, each.length);
            at += each.length;
        }
    }

    /** The network with the values of this moment, rounded where they are. */
    public Network toNetwork() {
        roundParameters();
        Map<String, Parameters> all = new TreeMap<>(table.toParameters());
        all.putAll(idle.toParameters());
        return new Network(architecture, all);
    }

    /** Takes over a network's values. */
    void set(Network network) {
        table.set(network);
        idle.set(network);
        System.arraycopy(table.values(), 0, learned, 0, learned.length);
    }

    /** Room for one shard of a batch. */
    Shard createShard(int position) {
        return layout.createShard(position, table.values().length);
    }
}
