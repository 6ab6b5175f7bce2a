/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.LayerPlan;
import java.util.List;
import java.util.Set;

/** The {@code <folding>} elements that give a plan's layers what a point's setting asks for. */
final class PomFoldings {
    private PomFoldings() {}

    /** Of these layers, as far as something is multiplied in them. */
    static List<String> of(List<LayerPlan> layers, Set<String> named) {
        return layers.stream()
                .filter(layer -> named.contains(layer.name()) && layer.weightBits() > 0)
                .map(PomFoldings::element)
                .toList();
    }

    private static String element(LayerPlan layer) {
        boolean isAdders = layer.implementation() == Implementation.ADDERS;
        return "<folding><layer>" + layer.name() + "</layer>"
                + (isAdders ? "" : "<pe>" + layer.pe() + "</pe><simd>" + layer.simd() + "</simd>")
                + (layer.windows() == 1 ? "" : "<windows>" + layer.windows() + "</windows>")
                + "<implementation>" + layer.implementation().label() + "</implementation></folding>";
    }
}
