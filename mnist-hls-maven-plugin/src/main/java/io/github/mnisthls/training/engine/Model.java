/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A network's operations and the values that they learn. */
public final class Model {
    private final Architecture architecture;
    private final List<Operation> operations;
    private final ParameterTable table;
    private final int firstLearner;

    Model(Architecture architecture, List<Operation> operations, ParameterTable table) {
        this.architecture = architecture;
        this.operations = List.copyOf(operations);
        this.table = table;
        int first = 0;
        while (first < operations.size() && !operations.get(first).learns()) {
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

    /** Weights, biases, scales and shifts, layer by layer; changed in place by the optimizer. */
    float[] parameters() {
        return table.values();
    }

    /** Where weight decay applies and where it does not. */
    List<ParameterBlock> blocks() {
        return table.blocks();
    }

    /** Running means and variances, layer by layer. */
    float[] statistics() {
        int size = table.statistics().stream()
                .mapToInt(s -> 2 * s.runningMean.length)
                .sum();
        float[] values = new float[size];
        int at = 0;
        for (BatchStatistics statistics : table.statistics()) {
            int channels = statistics.runningMean.length;
            System.arraycopy(statistics.runningMean, 0, values, at, channels);
            System.arraycopy(statistics.runningVariance, 0, values, at + channels, channels);
            at += 2 * channels;
        }
        return values;
    }

    /** Takes over parameters and statistics as {@link #parameters} and {@link #statistics} give them. */
    void set(float[] parameters, float[] statisticValues) {
        System.arraycopy(parameters, 0, table.values(), 0, table.values().length);
        int at = 0;
        for (BatchStatistics statistics : table.statistics()) {
            int channels = statistics.runningMean.length;
            System.arraycopy(statisticValues, at, statistics.runningMean, 0, channels);
            System.arraycopy(statisticValues, at + channels, statistics.runningVariance, 0, channels);
            at += 2 * channels;
        }
    }

    /** The network with the values of this moment. */
    public Network toNetwork() {
        Map<String, Parameters> result = new TreeMap<>();
        for (Layer layer : architecture.layers()) {
            if (layer instanceof Conv2d || layer instanceof Dense) {
                result.put(
                        layer.name(),
                        new AffineParameters(
                                vector(table.block(layer.name(), 0)), vector(table.block(layer.name(), 1))));
            } else if (layer instanceof BatchNorm) {
                BatchStatistics statistics = table.statistics(layer.name());
                result.put(
                        layer.name(),
                        new NormParameters(
                                vector(table.block(layer.name(), 0)),
                                vector(table.block(layer.name(), 1)),
                                FloatVector.of(statistics.runningMean),
                                FloatVector.of(statistics.runningVariance)));
            }
        }
        return new Network(architecture, result);
    }

    /** Takes over a network's values. */
    void set(Network network) {
        for (Layer layer : architecture.layers()) {
            if (layer instanceof Conv2d || layer instanceof Dense) {
                copy(network.affine(layer).weights(), table.block(layer.name(), 0));
                copy(network.affine(layer).bias(), table.block(layer.name(), 1));
            } else if (layer instanceof BatchNorm) {
                NormParameters norm = network.norm(layer);
                BatchStatistics statistics = table.statistics(layer.name());
                copy(norm.gamma(), table.block(layer.name(), 0));
                copy(norm.beta(), table.block(layer.name(), 1));
                System.arraycopy(
                        norm.mean().toArray(),
                        0,
                        statistics.runningMean,
                        0,
                        norm.mean().size());
                System.arraycopy(
                        norm.variance().toArray(),
                        0,
                        statistics.runningVariance,
                        0,
                        norm.mean().size());
            }
        }
    }

    private FloatVector vector(ParameterBlock block) {
        return FloatVector.of(Arrays.copyOfRange(table.values(), block.at(), block.end()));
    }

    private void copy(FloatVector source, ParameterBlock block) {
        System.arraycopy(source.toArray(), 0, table.values(), block.at(), block.size());
    }

    /** Room for one shard of a batch. */
    Shard createShard(int position) {
        int count = operations.size();
        float[][] values = new float[count + 1][];
        float[][] gradients = new float[count + 1][];
        float[][] scratch = new float[count][];
        values[0] = new float[Offsets.size(architecture.input())];
        for (int i = 0; i < count; i++) {
            Operation operation = operations.get(i);
            int size = Offsets.size(operation.output);
            values[i + 1] = operation.inPlace() ? values[i] : new float[size];
            if (i >= firstLearner) {
                boolean shared = operation.gradientInPlace() && gradients[i] != null;
                gradients[i + 1] = shared ? gradients[i] : new float[size];
            }
            scratch[i] = new float[operation.scratchSize()];
        }
        return new Shard(position, values, gradients, scratch, table.values().length);
    }
}
