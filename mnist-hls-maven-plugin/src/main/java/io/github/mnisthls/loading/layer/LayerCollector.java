/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the layers of a model in their order. */
public final class LayerCollector {
    private final Shape input;
    private final LayerNames names = new LayerNames();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private final Map<String, Map<String, FloatVector>> parameters = new TreeMap<>();
    private final Map<String, FixedPointFormat> weightFormats = new TreeMap<>();
    private final Map<String, String> originals = new TreeMap<>();
    private InputScaling scaling = InputScaling.NONE;

    /** A collector for images of this shape. */
    public LayerCollector(Shape input) {
        this.input = input;
        shapes.add(input);
    }

    /** Makes a layer under the name that it is given. */
    public interface Named {
        Layer called(String name);
    }

    /** Adds a layer; gives the value that it computes. */
    public int add(Origin origin, Named maker, Map<String, FloatVector> trained, List<Integer> inputs) {
        String name = names.unique(origin.name());
        Layer layer = maker.called(name);
        shapes.add(layer.outputShape(inputs.stream().map(shapes::get).toList()));
        nodes.add(new Node(layer, inputs));
        parameters.put(name, new TreeMap<>(trained));
        originals.put(name, origin.title());
        return nodes.size();
    }

    /** Adds a layer without trained values. */
    public int add(Origin origin, Named maker, int value) {
        return add(origin, maker, Map.of(), List.of(value));
    }

    /** Tells the format that the weights of the layer that gives a value were trained for. */
    public void trainedFor(int value, Optional<FixedPointFormat> format) {
        format.ifPresent(known -> weightFormats.put(nodes.get(value - 1).layer().name(), known));
    }

    public Shape shape(int value) {
        return shapes.get(value);
    }

    /** The same values as a vector; the layers count them in the order channel, row, column. */
    public int flat(Origin origin, int value) {
        return shape(value).isVector() ? value : add(origin, Flatten::new, value);
    }

    /** The same as the output of a model. */
    public int flat(int value) {
        return flat(Origin.of("flatten", "the output"), value);
    }

    /** Adds to the bias of the layer that computes a value, if it is one that has weights. */
    public boolean shift(int value, double... amounts) {
        Optional<Layer> biased =
                value == 0 ? Optional.empty() : nodes.get(value - 1).layer().withBias();
        if (biased.isEmpty() || shape(value).channels() != amounts.length) {
            return false;
        }
        Layer layer = biased.get();
        Map<String, FloatVector> trained = parameters.get(layer.name());
        float[] bias = trained.containsKey(ParameterSpec.BIAS)
                ? trained.get(ParameterSpec.BIAS).toArray()
                : new float[amounts.length];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = (float) (bias[i] + amounts[i]);
        }
        trained.put(ParameterSpec.BIAS, FloatVector.of(bias));
        nodes.set(value - 1, new Node(layer, nodes.get(value - 1).inputs()));
        return true;
    }

    /**
     * Computes {@code factor * x + summand}: of the image as part of the scaling of pixels, which costs nothing, where that
     * is exact; else by a layer.
     *
     * @param onlyReader whether nobody else takes the value
     * @param factors    one, or one per channel
     * @param summands   alike
     * @return the value that is computed
     */
    public int scale(Origin origin, int value, boolean onlyReader, double[] factors, double[] summands) {
        if (value == 0 && onlyReader) {
            Optional<InputScaling> next = scaling.then(input.channels(), factors, summands);
            if (next.isPresent()) {
                scaling = next.get();
                return value;
            }
        }
        int channels = shape(value).channels();
        Map<String, FloatVector> trained = Map.of(
                ParameterSpec.GAMMA, filled(channels, factors),
                ParameterSpec.BETA, filled(channels, summands),
                ParameterSpec.MEAN, filled(channels, 0),
                ParameterSpec.VARIANCE, filled(channels, 1));
        return add(origin, name -> new BatchNorm(name, 0), trained, List.of(value));
    }

    private static FloatVector filled(int count, double... values) {
        float[] all = new float[count];
        for (int i = 0; i < count; i++) {
            all[i] = (float) values[values.length == 1 ? 0 : i];
        }
        return FloatVector.of(all);
    }

    /**
     * The network of all layers.
     *
     * @param name         of the network, before that is made an identifier
     * @param output       the value of the logits
     * @param channelsLast whether the file's input has its channels last
     * @param fileOutput   how the logits become the file's output
     */
    public LoadedModel build(String name, int output, boolean channelsLast, FileOutput fileOutput) {
        Architecture architecture =
                new Architecture(new LayerNames().unique(name), input, PixelScaling.UNIT, nodes, output);
        Map<String, Parameters> trained = new TreeMap<>();
        parameters.forEach((layer, values) -> {
            if (!values.isEmpty()) {
                trained.put(layer, new NamedParameters(values));
            }
        });
        return new LoadedModel(
                new Network(architecture, trained, weightFormats),
                originals,
                new FileInput(channelsLast, scaling),
                fileOutput);
    }
}
