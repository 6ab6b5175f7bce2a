/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Objective;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.settings.Choice;
import java.util.List;
import java.util.Locale;

/** The searches that there are. */
public enum SearchKind implements Choice {
    /** Every point, or so many of them, evenly spread. */
    GRID,
    /** So many points, drawn by a seed. */
    RANDOM,
    /** So many points: some that are drawn, then again and again neighbors of the front. */
    PARETO,
    /** So many points, drawn by a seed; those that are fine-tuned get few epochs at first, and only the best ones all. */
    HALVING;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * A search that begins.
     *
     * @param points         at most so many are looked at; 0 for all
     * @param finetuneEpochs of a network that is fine-tuned
     */
    public Search of(
            Space space,
            int points,
            long seed,
            int finetuneEpochs,
            List<Objective> objectives,
            Constraints constraints) {
        int most = points == 0 ? space.size() : Math.min(points, space.size());
        return switch (this) {
            case GRID -> new DrawnSearch(DrawnSearch.spread(space.size(), most));
            case RANDOM -> new DrawnSearch(DrawnSearch.drawn(space.size(), most, seed));
            case HALVING ->
                new HalvingSearch(DrawnSearch.drawn(space.size(), most, seed), finetuneEpochs, objectives, constraints);
            case PARETO -> new ParetoSearch(space, most, seed, objectives, constraints);
        };
    }
}
