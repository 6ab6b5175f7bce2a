/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.quantization.AffineRounding;
import io.github.mnisthls.quantization.RoundingPlan;
import io.github.mnisthls.quantization.ValueRounding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Turns an architecture into operations. Visiting a layer adds the operations that compute it from {@link #taken} and
 * tells the number of the value that they give.
 */
public final class ModelBuilder implements Layer.Visitor<Integer> {
    private final Architecture architecture;

    /** The part of it that is computed. */
    private final Architecture needed;

    private final Kernels kernels;
    private final Optional<RoundingPlan> rounding;
    private final Rounder rounder;
    private final ParameterTable table;
    private final List<Operation> operations = new ArrayList<>();

    /** For each value of the architecture its numbers among the operations' values, one for each layer that takes it. */
    private final List<Deque<Integer>> numbers = new ArrayList<>();

    private int nextValue;

    /** What the visited layer takes. */
    private List<Integer> taken = List.of();

    private List<Shape> inputs = List.of();
    private Shape output;

    private ModelBuilder(Architecture architecture, Kernels kernels, Optional<RoundingPlan> rounding, Rounder rounder) {
        this.rounding = rounding;
        this.rounder = rounder;
        this.architecture = architecture;
        this.needed = architecture.needed();
        this.kernels = kernels;
        Set<Layer> computed = new HashSet<>(needed.layers());
        this.table = ParameterTable.of(architecture, computed::contains);
        this.output = architecture.input();
    }

    /** A model with random weights: He's initialization, biases 0, scales 1. */
    public static Model random(Architecture architecture, long seed) {
        return random(architecture, seed, KernelChoice.ofThisJvm().kernels());
    }

    static Model random(Architecture architecture, long seed, Kernels kernels) {
        return new ModelBuilder(architecture, kernels, Optional.empty(), Rounding::new).build(seed);
    }

    /** A model with a network's values. */
    public static Model of(Network network) {
        Model model = random(network.architecture(), 0);
        model.set(network);
        return model;
    }

    /** A model with a network's values that rounds as the hardware does. */
    public static Model of(Network folded, RoundingPlan rounding) {
        Model model = new ModelBuilder(
                        folded.architecture(), KernelChoice.ofThisJvm().kernels(), Optional.of(rounding), Rounding::new)
                .build(0);
        model.set(folded);
        return model;
    }

    /** A model with random weights whose activations are rounded like that, or not: the weights are the same. */
    static Model random(Architecture architecture, long seed, RoundingPlan rounding, Rounder rounder) {
        return new ModelBuilder(architecture, KernelChoice.ofThisJvm().kernels(), Optional.of(rounding), rounder)
                .build(seed);
    }

    private Model build(long seed) {
        List<Shape> shapes = needed.shapes();
        give(0, round(0, nextValue++));
        int logits = 0;
        for (int i = 0; i < needed.nodes().size(); i++) {
            Node node = needed.nodes().get(i);
            taken = node.inputs().stream()
                    .map(value -> numbers.get(value).removeFirst())
                    .toList();
            inputs = node.inputs().stream().map(shapes::get).toList();
            output = shapes.get(i + 1);
            table.randomize(node.layer(), seed, operations.size());
            logits = round(i + 1, node.layer().accept(this));
            give(i + 1, logits);
        }
        Optional<ParameterRounding> ofParameters =
                rounding.filter(plan -> !plan.affine().isEmpty()).map(this::ofParameters);
        return new Model(architecture, operations, logits, table, idle(seed), ofParameters);
    }

    /** Rounds a value where that is planned; gives the number of what is to be taken for it. */
    private int round(int value, int number) {
        Optional<ValueRounding> how = rounding.flatMap(plan -> plan.values().get(value));
        if (how.isEmpty()) {
            return number;
        }
        taken = List.of(number);
        inputs = List.of(output);
        return add(rounder.of(wiring(), how.get(), kernels));
    }

    private ParameterRounding ofParameters(RoundingPlan plan) {
        ParameterRounding result = new ParameterRounding();
        for (Layer layer : needed.layers()) {
            AffineRounding how = plan.affine().get(layer.name());
            if (how != null) {
                result.add(how, table.block(layer, ParameterSpec.WEIGHTS), table.block(layer, ParameterSpec.BIAS));
            }
        }
        return result;
    }

    /** Makes a value known to those that take it: by a number for each of them. */
    private void give(int value, int number) {
        int readers = needed.readers(value).size();
        Deque<Integer> given = new ArrayDeque<>();
        if (readers > 1) {
            taken = List.of(number);
            inputs = List.of(output);
            int first = add(new Fork(wiring(), readers));
            IntStream.range(first, first + readers).forEach(given::add);
        } else {
            given.add(number);
        }
        numbers.add(given);
    }

    private ParameterTable idle(long seed) {
        Set<Layer> computed = new HashSet<>(needed.layers());
        List<Layer> others = architecture.layers().stream()
                .filter(layer -> !computed.contains(layer))
                .toList();
        ParameterTable idle = ParameterTable.of(architecture, others::contains);
        for (int i = 0; i < others.size(); i++) {
            idle.randomize(others.get(i), seed, operations.size() + i);
        }
        return idle;
    }

    private Wiring wiring() {
        return new Wiring(operations.size(), taken, nextValue, inputs, output);
    }

    private int add(Operation operation) {
        operations.add(operation);
        nextValue += operation.outputs();
        return operation.wiring.output();
    }

    private Bias bias(Layer layer, boolean present) {
        return present ? Bias.of(table, table.block(layer, ParameterSpec.BIAS), output) : Bias.none(output);
    }

    @Override
    public Integer conv2d(Conv2d layer) {
        ParameterBlock weights = table.block(layer, ParameterSpec.WEIGHTS);
        return add(
                new Convolution(wiring(), layer.window(), kernels, table.values(), weights, bias(layer, layer.bias())));
    }

    @Override
    public Integer depthwiseConv2d(DepthwiseConv2d layer) {
        ParameterBlock weights = table.block(layer, ParameterSpec.WEIGHTS);
        return add(new DepthwiseConvolution(
                wiring(), layer.window(), kernels, table.values(), weights, bias(layer, layer.bias())));
    }

    @Override
    public Integer dense(Dense layer) {
        ParameterBlock weights = table.block(layer, ParameterSpec.WEIGHTS);
        return add(new FullyConnected(wiring(), kernels, table.values(), weights, bias(layer, layer.bias())));
    }

    @Override
    public Integer batchNorm(BatchNorm layer) {
        ParameterBlock gamma = table.block(layer, ParameterSpec.GAMMA);
        ParameterBlock beta = table.block(layer, ParameterSpec.BETA);
        BatchStatistics statistics = new BatchStatistics(
                table.statistics(layer, ParameterSpec.MEAN),
                table.statistics(layer, ParameterSpec.VARIANCE),
                layer.epsilon());
        taken = List.of(add(new BatchMoments(wiring(), kernels, statistics, table.values(), gamma)));
        return add(new Normalization(wiring(), kernels, statistics, table.values(), gamma, beta));
    }

    @Override
    public Integer elementwise(ElementwiseLayer layer) {
        return add(ElementwiseOperation.of(wiring(), layer, kernels));
    }

    @Override
    public Integer prelu(Prelu layer) {
        ParameterBlock slopes = table.block(layer, ParameterSpec.SLOPE);
        return add(new ParametricRectifier(wiring(), table.values(), slopes));
    }

    @Override
    public Integer maxPool(MaxPool layer) {
        return add(new MaximumPooling(wiring(), layer.window(), kernels));
    }

    @Override
    public Integer averagePool(AveragePool layer) {
        return mean(layer, layer.window(), layer.countPadding());
    }

    @Override
    public Integer globalAveragePool(GlobalAveragePool layer) {
        return mean(layer, Window.whole(inputs.get(0)), true);
    }

    private int mean(Layer layer, Window window, boolean countPadding) {
        return add(rounding.map(plan -> plan.shares().get(layer.name()))
                .map(shares -> new MeanPooling(wiring(), window, shares, kernels))
                .orElseGet(() -> new MeanPooling(wiring(), window, countPadding, kernels)));
    }

    /** Moves nothing: values already lie in CHW order. */
    @Override
    public Integer flatten(Flatten layer) {
        return taken.get(0);
    }

    @Override
    public Integer dropout(Dropout layer) {
        return add(new DropoutMask(wiring(), layer.rate()));
    }

    @Override
    public Integer zeroPad(ZeroPad layer) {
        return add(new Enclosing(wiring(), layer.padding()));
    }

    @Override
    public Integer crop(Crop layer) {
        return add(new Cropping(wiring(), layer.margin()));
    }

    @Override
    public Integer upsample(Upsample layer) {
        return add(new Repetition(wiring(), layer.rows(), layer.columns()));
    }

    @Override
    public Integer add(Add layer) {
        return add(new Addition(wiring()));
    }

    @Override
    public Integer concat(Concat layer) {
        return add(new Concatenation(wiring()));
    }
}
