/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.List;
import java.util.Optional;

/**
 * Finds foldings by the latency of one image where paths are side by side, so that {@link LatencyBounds} says nothing: of
 * the cheapest designs of all intervals, the one with the longest interval whose latency is short enough. There may be a
 * cheaper one with foldings that no interval asks for.
 */
final class IntervalLatencySearch {
    private final FoldingSearch search;
    private final PlanAssembly assembly;
    private final Load most;

    IntervalLatencySearch(FoldingSearch search, PlanAssembly assembly, Load most) {
        this.search = search;
        this.assembly = assembly;
        this.most = most;
    }

    /** A choice with few multipliers whose latency is at most this long. */
    Optional<List<Folding>> within(long latency) {
        List<Long> intervals = search.intervals();
        Optional<List<Folding>> best = Optional.empty();
        // What is slower takes longer for one image, too, but for exceptions that are not looked for.
        int from = 0;
        int to = intervals.size();
        while (from < to) {
            int middle = (from + to) / 2;
            Optional<List<Folding>> foldings =
                    search.cheapest(intervals.get(middle), most).map(FoldingSearch.Choice::foldings);
            if (foldings.isPresent() && assembly.latency(foldings.get()) > latency) {
                to = middle;
            } else {
                best = foldings.isPresent() ? foldings : best;
                from = middle + 1;
            }
        }
        return best;
    }
}
