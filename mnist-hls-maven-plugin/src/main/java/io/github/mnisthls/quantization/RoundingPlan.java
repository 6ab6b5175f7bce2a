/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a folded float network has to round, and how, to compute what its integers compute.
 *
 * @param values of each value of the network, by number: 0 is the image; none where it stays as it is
 * @param affine of the layers with weights, by name
 * @param shares of the layers that average, by name: what each value of a window is multiplied with, for each window
 */
public record RoundingPlan(
        List<Optional<ValueRounding>> values, Map<String, AffineRounding> affine, Map<String, List<Double>> shares) {
    public RoundingPlan {
        values = List.copyOf(values);
        affine = Map.copyOf(affine);
        shares = Map.copyOf(shares);
    }

    static RoundingPlan of(List<Stage> stages, int valueCount, FormatPlan formats, QuantizedNetwork network) {
        List<Optional<ValueRounding>> values = new ArrayList<>();
        for (int i = 0; i < valueCount; i++) {
            values.add(Optional.empty());
        }
        values.set(0, Optional.of(ValueRounding.of(formats.input())));
        Map<String, AffineRounding> affine = new TreeMap<>();
        Map<String, List<Double>> shares = new TreeMap<>();
        for (int i = 0; i < stages.size(); i++) {
            QuantizedLayer layer = network.layers().get(i);
            if (!stages.get(i).keepsFormat() && !layer.outputFormat().equals(layer.accumulatorFormat())) {
                values.set(stages.get(i).own(), Optional.of(ValueRounding.of(layer)));
            }
            Optional<WeightFormat> weights = formats.formats(i).weights();
            layer.trained()
                    .ifPresent(trained -> affine.put(
                            layer.name(),
                            AffineRounding.of(
                                    weights.orElseThrow(), trained.biasFormat().fractionBits())));
            if (!layer.shares().isEmpty()) {
                shares.put(layer.name(), layer.shares());
            }
        }
        return new RoundingPlan(values, affine, shares);
    }
}
