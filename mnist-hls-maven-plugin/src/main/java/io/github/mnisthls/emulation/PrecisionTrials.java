/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.NamedLayers;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** What precisions are worth: the accuracy of a folded network in them, in exact integers. */
public final class PrecisionTrials {
    /** Of a float32's significand, and what is left where sums of such numbers would be too wide. */
    private static final List<Integer> WIDE = List.of(24, 16);

    private final Network folded;
    private final LabeledImages calibration;
    private final LabeledImages images;
    private final int threads;
    private final Map<Map<String, Precision.Rule>, OptionalDouble> known = new HashMap<>();

    private final Map<String, Boolean> layers;

    /**
     * @param folded      without batch normalization and dropout
     * @param calibration training images, at least one
     * @param images      that precisions are judged by
     * @param threads     at least 1; no accuracy depends on it
     */
    public PrecisionTrials(Network folded, LabeledImages calibration, LabeledImages images, int threads) {
        this.folded = folded;
        this.calibration = calibration;
        this.images = images;
        this.threads = threads;
        this.layers = named(folded);
    }

    /** What a rule can name, the pixels first, and whether it has weights. */
    static Map<String, Boolean> named(Network folded) {
        NamedLayers named = NamedLayers.of(folded);
        Map<String, Boolean> layers = new LinkedHashMap<>();
        layers.put(LayerEffects.PIXELS, false);
        folded.architecture().layers().forEach(layer -> {
            if (named.weighted().contains(layer.name()) || named.others().contains(layer.name())) {
                layers.put(layer.name(), named.weighted().contains(layer.name()));
            }
        });
        return layers;
    }

    /** All that a rule can name, in the order of the network. */
    public List<String> layers() {
        return List.copyOf(layers.keySet());
    }

    /** None if the network cannot be quantized so. */
    public OptionalDouble accuracy(Precision precision) {
        return known.computeIfAbsent(precision.rules(), rules -> measure(precision));
    }

    private OptionalDouble measure(Precision precision) {
        try {
            return OptionalDouble.of(new Emulator(Quantizer.quantize(folded, precision, calibration, threads)
                            .network())
                    .run(images, threads)
                    .accuracy(images));
        } catch (InvalidSettingException e) {
            return OptionalDouble.empty();
        }
    }

    /** One layer as it is, all others as in float32. */
    public OptionalDouble alone(Precision precision, String layer) {
        return widened(precision, other -> !other.equals(layer));
    }

    /** A layer and those before it as they are, those behind it as in float32. */
    public OptionalDouble upTo(Precision precision, String layer) {
        List<String> names = new ArrayList<>(layers.keySet());
        return widened(precision, other -> names.indexOf(other) > names.indexOf(layer));
    }

    /** One layer as in float32, all others as they are. */
    public OptionalDouble without(Precision precision, String layer) {
        return widened(precision, layer::equals);
    }

    /** With a layer of so many bits, with the binary points that the data call for. */
    public Precision with(Precision precision, String layer, int width) {
        return precision.widened(layer, layers.get(layer), width);
    }

    private OptionalDouble widened(Precision precision, Predicate<String> wide) {
        for (int width : WIDE) {
            Precision changed = precision;
            for (String layer : layers.keySet()) {
                changed = wide.test(layer) ? with(changed, layer, width) : changed;
            }
            OptionalDouble accuracy = accuracy(changed);
            if (accuracy.isPresent()) {
                return accuracy;
            }
        }
        return OptionalDouble.empty();
    }
}
