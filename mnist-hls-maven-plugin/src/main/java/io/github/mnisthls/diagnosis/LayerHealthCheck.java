/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.PrecisionTrials;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.LayerOutputs;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Looks at each layer of a quantized network. */
final class LayerHealthCheck {
    /** Images whose results are counted: enough for shares of a percent. */
    private static final int SOME_IMAGES = 200;

    private LayerHealthCheck() {}

    static List<LayerHealth> of(
            Network folded,
            QuantizedNetwork quantized,
            Precision precision,
            PrecisionTrials trials,
            LabeledImages images) {
        List<ChannelCounter> counters = quantized.layers().stream()
                .map(layer ->
                        new ChannelCounter(layer.outputFormat(), layer.output().channels()))
                .toList();
        LayerOutputs.forEach(
                folded,
                images.first(SOME_IMAGES),
                (layer, values) -> counters.get(layer).add(values));
        List<LayerHealth> result = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            QuantizedLayer layer = quantized.layers().get(i);
            if (trials.layers().contains(layer.name())) {
                result.add(health(folded, layer, counters.get(i), precision, trials));
            }
        }
        return result;
    }

    private static LayerHealth health(
            Network folded, QuantizedLayer layer, ChannelCounter counter, Precision precision, PrecisionTrials trials) {
        Optional<QuantizedAffine> affine = layer.trained();
        Optional<FloatVector> weights = affine.flatMap(known -> weights(folded, layer.name()))
                .filter(found -> found.size() == affine.orElseThrow().weights().size());
        return new LayerHealth(
                layer.name(),
                counter.decibels(),
                weights.map(found -> noise(found, affine.orElseThrow())).orElseGet(OptionalDouble::empty),
                counter.saturated(),
                counter.vanished(),
                counter.dead(),
                counter.flat(),
                layer.output().channels(),
                affine.map(known -> OptionalInt.of(known.weightFormat().width()))
                        .orElseGet(OptionalInt::empty),
                affine.map(known -> OptionalInt.of(usedBits(known))).orElseGet(OptionalInt::empty),
                weights.map(found -> zeros(found, affine.orElseThrow())).orElse(0.0),
                trials.alone(precision, layer.name()),
                trials.upTo(precision, layer.name()));
    }

    private static Optional<FloatVector> weights(Network folded, String name) {
        return folded.architecture().layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .map((Layer layer) -> folded.affine(layer).weights());
    }

    private static OptionalDouble noise(FloatVector weights, QuantizedAffine affine) {
        FixedPointFormat format = affine.weightFormat();
        double signal = 0;
        double noise = 0;
        for (int i = 0; i < weights.size(); i++) {
            double error = format.toDouble(affine.weights().get(i)) - weights.get(i);
            signal += (double) weights.get(i) * weights.get(i);
            noise += error * error;
        }
        return ChannelCounter.decibels(signal, noise);
    }

    private static double zeros(FloatVector weights, QuantizedAffine affine) {
        long lost = IntStream.range(0, weights.size())
                .filter(i -> weights.get(i) != 0 && affine.weights().get(i) == 0)
                .count();
        return (double) lost / weights.size();
    }

    private static int usedBits(QuantizedAffine affine) {
        long most = 0;
        for (long raw : affine.weights().toArray()) {
            most = Math.max(most, raw < 0 ? ~raw : raw);
        }
        return Long.SIZE - Long.numberOfLeadingZeros(most) + 1;
    }
}
