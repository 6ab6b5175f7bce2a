/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Network;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The layers that a rule of {@code <precision>} can name, in the network's order.
 *
 * @param weighted those that have weights
 * @param others   those that have none but compute a format of their own
 */
public record NamedLayers(Set<String> weighted, Set<String> others) {
    public NamedLayers {
        weighted = Collections.unmodifiableSet(new LinkedHashSet<>(weighted));
        others = Collections.unmodifiableSet(new LinkedHashSet<>(others));
    }

    /** Those of a network that was folded. */
    public static NamedLayers of(Network folded) {
        return of(Stages.of(folded.architecture()));
    }

    static NamedLayers of(List<Stage> stages) {
        Set<String> weighted = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Stage stage : stages) {
            if (!stage.keepsFormat() && !stage.isPart()) {
                (stage.isAffine() ? weighted : others).add(stage.layer().name());
            }
        }
        return new NamedLayers(weighted, others);
    }
}
