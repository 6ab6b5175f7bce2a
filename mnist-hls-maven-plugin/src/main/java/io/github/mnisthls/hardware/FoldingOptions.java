/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The foldings that each layer may have. */
final class FoldingOptions {
    static final int MAX_MULTIPLIERS = 4096;

    private FoldingOptions() {}

    /**
     * For each layer all legal foldings, or the one that the user wants.
     *
     * @param byAdders whether layers may be made of adders without being told so
     */
    static List<List<Folding>> of(
            QuantizedNetwork network, List<LayerHardware> hardware, Map<String, Folding> overrides, boolean byAdders) {
        for (String name : overrides.keySet()) {
            if (network.layers().stream().noneMatch(layer -> layer.name().equals(name))) {
                throw new InvalidSettingException(
                        "<folding> of layer",
                        name,
                        "the quantized network has no such layer",
                        "Choose one of "
                                + network.layers().stream()
                                        .map(QuantizedLayer::name)
                                        .toList()
                                + ".");
            }
        }
        List<List<Folding>> all = new ArrayList<>();
        for (int layer = 0; layer < hardware.size(); layer++) {
            String name = network.layers().get(layer).name();
            all.add(ofLayer(name, hardware.get(layer), overrides.get(name), byAdders));
        }
        return all;
    }

    private static List<Folding> ofLayer(String name, LayerHardware hardware, Folding override, boolean byAdders) {
        List<Folding> legal = hardware.foldings();
        if (override == null) {
            return byAdders
                    ? Stream.concat(legal.stream(), hardware.adders().stream()).toList()
                    : legal;
        }
        if (override.isAdders()) {
            return List.of(adders(name, hardware));
        }
        if (!legal.contains(override)) {
            throw new InvalidSettingException(
                    "<folding> of layer '" + name + "'",
                    "pe " + override.pe() + ", simd " + override.simd(),
                    hardware.rule(),
                    "Choose divisors of these numbers.");
        }
        return List.of(override);
    }

    private static Folding adders(String name, LayerHardware hardware) {
        return hardware.adders()
                .orElseThrow(() -> new InvalidSettingException(
                        "<folding> of layer '" + name + "'",
                        "adders",
                        "only convolutions and dense layers can be made of adders, with at most " + Divisors.MAX_LANES
                                + " inputs of an output and as many outputs, and windows that registers hold",
                        "Leave <implementation> out."));
    }
}
