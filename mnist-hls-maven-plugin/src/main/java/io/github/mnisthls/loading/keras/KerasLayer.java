/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.loading.layer.Origin;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Map;

/** One layer while it is read: its properties, weights and inputs, and the network that it is added to. */
final class KerasLayer implements Origin {
    private final KerasEntry entry;
    private final List<Signal> inputs;
    private final WeightSource weights;
    private final KerasNetwork network;
    private final boolean onlyReader;

    /**
     * A layer.
     *
     * @param onlyReader whether nobody else takes what it takes
     */
    KerasLayer(KerasEntry entry, List<Signal> inputs, WeightSource weights, KerasNetwork network, boolean onlyReader) {
        this.entry = entry;
        this.inputs = List.copyOf(inputs);
        this.weights = weights;
        this.network = network;
        this.onlyReader = onlyReader;
    }

    LayerConfig config() {
        return entry.config();
    }

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public String title() {
        return entry.title();
    }

    KerasNetwork network() {
        return network;
    }

    boolean isOnlyReader() {
        return onlyReader;
    }

    List<Signal> inputs() {
        return inputs;
    }

    /** The only input. */
    Signal input() {
        if (inputs.size() != 1) {
            throw new NotReadable("it has " + inputs.size() + " inputs", "It takes one.");
        }
        return inputs.get(0);
    }

    /** The only input, which must lie so. */
    Signal input(Signal.Form form) {
        Signal input = input();
        if (input.form() != form) {
            throw new NotReadable(
                    "its input has the shape " + input.extents(network.channelsFirst()) + " besides the batch",
                    form == Signal.Form.VECTOR
                            ? "Flatten it before, or use a convolution of 1x1."
                            : "It takes images; use Reshape((rows, columns, channels)) at the input.");
        }
        return input;
    }

    Map<String, StoredArray> weights(List<String> names) {
        return weights.of(entry, names);
    }

    /** Weights as the layer uses them, which may be rounded. */
    QuantizedArray quantizedWeights(String property, float... values) {
        return quantized(property, true, values);
    }

    /** Biases alike. */
    float[] quantizedBias(float... values) {
        return quantized("bias_quantizer", false, values).values().toArray();
    }

    private QuantizedArray quantized(String property, boolean ofWeights, float... values) {
        if (!ForeignLayers.ofQkeras(entry.className())) {
            return QuantizedArray.plain(values);
        }
        return Quantizer.of(property, config().node(property))
                .map(quantizer -> QuantizedArray.of(quantizer, ofWeights, values))
                .orElseGet(() -> QuantizedArray.plain(values));
    }

    /** Adds a layer of the network; gives the value that it computes. */
    int add(String suffix, LayerCollector.Named maker, Map<String, FloatVector> trained, List<Integer> values) {
        return network.layers().add(Origin.of(entry.name() + suffix, entry.title()), maker, trained, values);
    }

    /** Adds a layer without weights on top of a signal. */
    Signal add(String suffix, Signal input, LayerCollector.Named maker) {
        int value = add(suffix, maker, Map.of(), List.of(input.value()));
        return input.of(value, network.shape(value));
    }

    /** A signal whose value is a vector also in the network. */
    Signal flattened(Signal vector) {
        int value = network.layers().flat(Origin.of(entry.name() + "_flatten", entry.title()), vector.value());
        return new Signal(value, vector.form(), vector.image(), vector.order(), vector.ended());
    }

    /** The rows, columns or channels that a value has. */
    Shape shape(Signal signal) {
        return network.shape(signal.value());
    }
}
