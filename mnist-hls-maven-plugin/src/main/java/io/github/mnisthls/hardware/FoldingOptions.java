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

    /** What the planner may choose by itself besides multipliers. */
    enum Free {
        NOTHING,
        /** Layers of adders. */
        ADDERS,
        /** Layers of adders that compute several windows at the same time. */
        WINDOWS;

        private boolean allows(Folding adders) {
            return this == WINDOWS || (this == ADDERS && adders.windows() == 1);
        }

        /** Several windows are of use only where several pixels come at a time. */
        static Free of(HardwareRequest request) {
            if (request.limits().dsp().isEmpty()) {
                return NOTHING;
            }
            return request.pixelsPerBeat() > 1 ? WINDOWS : ADDERS;
        }
    }

    private FoldingOptions() {}

    /**
     * For each layer all legal foldings, or the one that the user wants.
     *
     * @param free what layers may be without being told so
     */
    static List<List<Folding>> of(
            QuantizedNetwork network, List<LayerHardware> hardware, Map<String, Folding> overrides, Free free) {
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
            all.add(ofLayer(name, hardware.get(layer), overrides.get(name), free));
        }
        return all;
    }

    private static List<Folding> ofLayer(String name, LayerHardware hardware, Folding override, Free free) {
        List<Folding> legal = hardware.foldings();
        if (override == null) {
            return Stream.concat(legal.stream(), hardware.adders().stream().filter(free::allows))
                    .toList();
        }
        if (override.isAdders()) {
            return List.of(adders(name, hardware, override.windows()));
        }
        if (override.windows() > 1) {
            throw new InvalidSettingException(
                    "<windows> in the <folding> of layer '" + name + "'",
                    override.windows(),
                    "multipliers compute one window at a time",
                    "Leave it out, or give <implementation>adders</implementation>, too.");
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

    private static Folding adders(String name, LayerHardware hardware, int windows) {
        List<Folding> legal = hardware.adders();
        if (legal.isEmpty()) {
            throw new InvalidSettingException(
                    "<folding> of layer '" + name + "'",
                    "adders",
                    "only convolutions and dense layers can be made of adders, with at most " + Divisors.MAX_LANES
                            + " inputs of an output and as many outputs, and windows that registers hold",
                    "Leave <implementation> out.");
        }
        return legal.stream()
                .filter(folding -> folding.windows() == windows)
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "<windows> in the <folding> of layer '" + name + "'",
                        windows,
                        "as many windows of a row cannot be computed at the same time",
                        "Choose one of " + legal.stream().map(Folding::windows).toList() + "."));
    }
}
