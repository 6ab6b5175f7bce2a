/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The foldings that each layer may have. */
final class FoldingOptions {
    static final int MAX_MULTIPLIERS = 4096;

    /** What the planner may choose by itself besides multipliers. */
    enum Free {
        NOTHING,
        /** Two products in a slice, products of lookup tables, layers of adders. */
        PRODUCTS,
        /** Besides, layers of adders that compute several windows at the same time. */
        WINDOWS;

        private boolean allows(Folding folding) {
            return switch (this) {
                case NOTHING -> folding.implementation() == Implementation.DSP;
                case PRODUCTS -> folding.windows() == 1;
                case WINDOWS -> true;
            };
        }

        /**
         * What is free, one after the other until some design does what is asked. Who limits resources or sends several pixels
         * at a time wants to have it all at once; several windows are of use only with several pixels.
         */
        static List<Free> of(HardwareRequest request) {
            if (request.pixelsPerBeat() > 1) {
                return List.of(WINDOWS);
            }
            if (!request.limits().equals(Limits.NONE)) {
                return List.of(PRODUCTS);
            }
            return request.maxMultipliers().isPresent() ? List.of(NOTHING) : List.of(NOTHING, PRODUCTS);
        }

        PlanGoal goal() {
            return this == NOTHING ? PlanGoal.MULTIPLIERS : PlanGoal.LUTS;
        }
    }

    private FoldingOptions() {}

    /**
     * For each layer all legal foldings, or those that the user wants.
     *
     * @param free what layers may be without being told so
     */
    static List<List<Folding>> of(
            QuantizedNetwork network, List<LayerHardware> hardware, HardwareRequest request, Free free) {
        request.foldings().keySet().forEach(name -> checkIsThere(name, network));
        request.implementations().keySet().forEach(name -> checkIsThere(name, network));
        List<List<Folding>> all = new ArrayList<>();
        for (int layer = 0; layer < hardware.size(); layer++) {
            String name = network.layers().get(layer).name();
            LayerHardware own = hardware.get(layer);
            Folding folding = request.foldings().get(name);
            Implementation implementation = request.implementations().get(name);
            if (folding != null) {
                all.add(wanted(name, own, folding));
            } else if (implementation != null) {
                all.add(legal(name, own, implementation).stream()
                        .filter(possible -> free == Free.WINDOWS || possible.windows() == 1)
                        .toList());
            } else {
                all.add(allowed(own, free));
            }
        }
        return all;
    }

    private static void checkIsThere(String name, QuantizedNetwork network) {
        List<String> names = network.layers().stream().map(QuantizedLayer::name).toList();
        if (!names.contains(name)) {
            throw new InvalidSettingException(
                    "<folding> of layer",
                    name,
                    "the quantized network has no such layer",
                    "Choose one of " + names + ".");
        }
    }

    private static List<Folding> allowed(LayerHardware hardware, Free free) {
        return Arrays.stream(Implementation.values())
                .flatMap(implementation -> hardware.foldings(implementation).stream())
                .filter(free::allows)
                .toList();
    }

    private static List<Folding> legal(String name, LayerHardware hardware, Implementation implementation) {
        List<Folding> legal = hardware.foldings(implementation);
        if (legal.isEmpty()) {
            throw impossible(name, hardware, implementation);
        }
        return legal;
    }

    private static List<Folding> wanted(String name, LayerHardware hardware, Folding override) {
        List<Folding> legal = legal(name, hardware, override.implementation());
        if (override.isAdders()) {
            return List.of(adders(name, legal, override.windows()));
        }
        if (override.windows() > 1) {
            throw new InvalidSettingException(
                    "<windows> in the <folding> of layer '" + name + "'",
                    override.windows(),
                    "multipliers compute one window at a time",
                    "Leave it out, or give <implementation>adders</implementation>, too.");
        }
        if (!legal.contains(override)) {
            boolean isPacked = override.implementation() == Implementation.PACKED;
            throw new InvalidSettingException(
                    "<folding> of layer '" + name + "'",
                    "pe " + override.pe() + ", simd " + override.simd(),
                    hardware.rule()
                            + (isPacked ? "; with <implementation>packed</implementation> pe must be even" : ""),
                    "Choose divisors of these numbers.");
        }
        return List.of(override);
    }

    private static InvalidSettingException impossible(
            String name, LayerHardware hardware, Implementation implementation) {
        return new InvalidSettingException(
                "<folding> of layer '" + name + "'",
                implementation.label(),
                hardware.whyNot(implementation),
                "Leave <implementation> out.");
    }

    private static Folding adders(String name, List<Folding> legal, int windows) {
        return legal.stream()
                .filter(folding -> folding.windows() == windows)
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        "<windows> in the <folding> of layer '" + name + "'",
                        windows,
                        "that many windows of a row cannot be computed at the same time",
                        "Choose one of " + legal.stream().map(Folding::windows).toList() + "."));
    }
}
