/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;
import java.util.stream.IntStream;

/** Leaves out the layers of adders that a part cannot hold anyway, because it takes long to find their graphs. */
final class AffordableAdders {
    private AffordableAdders() {}

    /**
     * The foldings of each layer without those.
     *
     * @param luts lookup tables that there are
     */
    static List<List<Folding>> of(List<LayerHardware> hardware, List<List<Folding>> foldings, long luts) {
        return IntStream.range(0, foldings.size())
                .mapToObj(layer -> ofLayer(hardware.get(layer), foldings.get(layer), luts))
                .toList();
    }

    /** What a user wants is the only one, and stays. */
    private static List<Folding> ofLayer(LayerHardware hardware, List<Folding> foldings, long luts) {
        if (foldings.stream().allMatch(Folding::isAdders) || hardware.adderLuts() <= luts) {
            return foldings;
        }
        return foldings.stream().filter(folding -> !folding.isAdders()).toList();
    }
}
