/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns an architecture into operations. */
public final class ModelBuilder {
    private final Architecture architecture;
    private final Kernels kernels;
    private final ParameterTable table;
    private final List<Operation> operations = new ArrayList<>();

    private ModelBuilder(Architecture architecture, Kernels kernels) {
        this.architecture = architecture;
        this.kernels = kernels;
        int size = 0;
        List<Shape> shapes = architecture.shapes();
        for (int i = 0; i < architecture.layers().size(); i++) {
            Layer layer = architecture.layers().get(i);
            // The running statistics of a batch normalization are counted among its parameters, but are not learned.
            int all = layer.parameterCount(List.of(shapes.get(i)));
            size += layer instanceof BatchNorm ? all / 2 : all;
        }
        this.table = new ParameterTable(size);
    }

    /** A model with random weights: He's initialization, biases 0, scales 1. */
    public static Model random(Architecture architecture, long seed) {
        return random(architecture, seed, Kernels.fastest());
    }

    static Model random(Architecture architecture, long seed, Kernels kernels) {
        return new ModelBuilder(architecture, kernels).build(seed);
    }

    /** A model with a network's values. */
    public static Model of(Network network) {
        Model model = random(network.architecture(), 0);
        model.set(network);
        return model;
    }

    private Model build(long seed) {
        List<Shape> shapes = architecture.shapes();
        for (int i = 0; i < architecture.layers().size(); i++) {
            add(architecture.layers().get(i), shapes.get(i), shapes.get(i + 1), seed);
        }
        return new Model(architecture, operations, table);
    }

    private void add(Layer layer, Shape input, Shape output, long seed) {
        int index = operations.size();
        if (layer instanceof Conv2d convolution) {
            Window window = convolution.window();
            ParameterBlock weights = weights(layer, output.channels(), input.channels() * window.area(), seed);
            ParameterBlock bias = table.add(layer.name(), output.channels(), false);
            operations.add(new Convolution(index, input, output, window, kernels, table.values(), weights, bias));
        } else if (layer instanceof Dense) {
            ParameterBlock weights = weights(layer, output.size(), input.size(), seed);
            ParameterBlock bias = table.add(layer.name(), output.size(), false);
            operations.add(new FullyConnected(index, input, output, kernels, table.values(), weights, bias));
        } else if (layer instanceof BatchNorm norm) {
            addNormalization(norm, input);
        } else if (layer instanceof Relu) {
            operations.add(new Rectifier(index, input, kernels));
        } else if (layer instanceof Dropout dropout) {
            operations.add(new DropoutMask(index, input, dropout.rate()));
        } else if (layer instanceof MaxPool pool) {
            operations.add(new MaximumPooling(index, input, output, pool.window(), kernels));
        } else if (layer instanceof AveragePool pool) {
            operations.add(new MeanPooling(index, input, output, pool.window(), kernels));
        } else if (layer instanceof GlobalAveragePool) {
            Window whole = new Window(input.height(), input.width(), 1, 1, Padding.NONE);
            operations.add(new MeanPooling(index, input, output, whole, kernels));
        } else if (!(layer instanceof Flatten)) {
            // Flattening moves nothing: values already lie in CHW order.
            throw new IllegalStateException("no operation for " + layer);
        }
    }

    private void addNormalization(BatchNorm norm, Shape shape) {
        ParameterBlock gamma = table.add(norm.name(), shape.channels(), false);
        ParameterBlock beta = table.add(norm.name(), shape.channels(), false);
        Arrays.fill(table.values(), gamma.at(), gamma.end(), 1);
        BatchStatistics statistics = table.addStatistics(norm.name(), shape.channels(), norm.epsilon());
        int index = operations.size();
        operations.add(new BatchMoments(index, shape, kernels, statistics, table.values(), gamma));
        operations.add(new Normalization(index + 1, shape, kernels, statistics, table.values(), gamma, beta));
    }

    private ParameterBlock weights(Layer layer, int outputs, int fanIn, long seed) {
        ParameterBlock block = table.add(layer.name(), outputs * fanIn, true);
        SeededRandom random = new SeededRandom(seed, operations.size());
        double limit = Math.sqrt(6.0 / fanIn);
        for (int i = block.at(); i < block.end(); i++) {
            table.values()[i] = (float) random.nextSigned(limit);
        }
        return block;
    }
}
