/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;

/** What hardware one layer can have: each kind of layer brings its own. */
interface LayerHardware {
    /** Where lanes follow from what reaches a layer, this says nothing. */
    Folding FOLLOWING = new Folding(1, 1);

    String FOLLOWING_RULE = "its lanes are those of the words that reach it";

    String NARROW = "its products are so narrow that they are made of lookup tables anyway";

    /** As reports print it. */
    String kind();

    /**
     * All that it may have with multipliers that the tool chooses; a single one where lanes follow from what reaches the
     * layer.
     */
    List<Folding> foldings();

    /** The same with products made of something; adder graphs: one graph first, then copies for neighboring windows. */
    default List<Folding> foldings(Implementation implementation) {
        return implementation == Implementation.DSP ? foldings() : List.of();
    }

    /** Why its products cannot be made of something, as a message says it. */
    default String whyNot(Implementation implementation) {
        return implementation == Implementation.ADDERS
                ? AdderHardware.RULE
                : "only convolutions and dense layers have a choice of multipliers";
    }

    /** What a folding must be, as a message says it. */
    String rule();

    /**
     * Its processes.
     *
     * @param inLanes values per word that reach it, by input
     */
    LayerDesign design(Folding folding, List<Integer> inLanes);

    /**
     * Its processes as far as they are known without what takes long to find out: they take no more cycles and no more
     * resources than those of {@link #design}.
     */
    default LayerDesign atLeast(Folding folding, List<Integer> inLanes) {
        return design(folding, inLanes);
    }

    /** Whether the processes are known exactly. */
    default boolean isKnown(Folding folding) {
        return true;
    }

    /** Bits of a weight; 0 without weights. */
    default int weightBits() {
        return 0;
    }
}
