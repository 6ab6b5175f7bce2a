/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses foldings for a network, and works out what follows from them. One that plans a network again is faster then. */
public final class Planner {
    private final KnownFifos known = new KnownFifos();

    /** By layer, all foldings that it may have; a single one where there is nothing to choose. */
    public static Map<String, List<Folding>> foldings(QuantizedNetwork network, Part part) {
        List<LayerHardware> hardware = HardwareOfLayer.all(network, part.dspSlice());
        Map<String, List<Folding>> foldings = new LinkedHashMap<>();
        for (int i = 0; i < hardware.size(); i++) {
            LayerHardware own = hardware.get(i);
            foldings.put(
                    network.layers().get(i).name(),
                    Arrays.stream(Implementation.values())
                            .flatMap(implementation -> own.foldings(implementation).stream())
                            .toList());
        }
        return foldings;
    }

    /**
     * Plans.
     *
     * @throws InvalidSettingException if no design does what is asked; says which resource or layer is in the way, by
     *                                 how much, and the nearest design there is
     */
    public HardwarePlan plan(QuantizedNetwork network, HardwareRequest request) {
        List<LayerHardware> hardware =
                HardwareOfLayer.all(network, request.part().dspSlice());
        PlanAssembly assembly = new PlanAssembly(network, hardware, request, known);
        List<FoldingOptions.Free> levels = FoldingOptions.Free.of(request);
        for (FoldingOptions.Free free : levels) {
            Optional<HardwarePlan> plan =
                    new PlanSearch(table(network, hardware, request, free, free.goal()), assembly, request).plan();
            if (plan.isPresent()) {
                return plan.get();
            }
        }
        FoldingOptions.Free most = levels.get(levels.size() - 1);
        throw new PlanRefusal(
                        new PlanSearch(table(network, hardware, request, most, most.goal()), assembly, request),
                        new PlanSearch(
                                table(network, hardware, request, most, PlanGoal.MULTIPLIERS), assembly, request),
                        assembly,
                        request)
                .exception();
    }

    private static FoldingTable table(
            QuantizedNetwork network,
            List<LayerHardware> hardware,
            HardwareRequest request,
            FoldingOptions.Free free,
            PlanGoal goal) {
        return new FoldingTable(
                network,
                hardware,
                FoldingOptions.of(network, hardware, request, free),
                PixelPort.of(network, request.pixelsPerBeat()),
                goal);
    }
}
