/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrial.Kind;
import io.github.mnisthls.training.RoundingTrial.Normalized;
import io.github.mnisthls.training.RoundingTrials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What rounding does to a training, for the page. */
final class TrialSection {
    private static final String SERIES = "1,2,3";

    private TrialSection() {}

    static PageView.Trials of(RoundingTrials trials) {
        List<PageView.Plot> plots = new ArrayList<>(List.of(
                plot("lines", "trial-accuracy", "", TrialTables.accuracy(trials)),
                plot("lines", "trial-loss", "", TrialTables.loss(trials)),
                plot("bars", "trial-gradients", "", TrialTables.gradients(trials)),
                plot("bars", "trial-zeros", "", TrialTables.zeros(trials)),
                plot("bars", "trial-distinct", "log", TrialTables.distinct(trials))));
        for (RoundingTrial.Value value : trials.of(Kind.FLOAT32).values()) {
            value.normalized().ifPresent(seen -> plots.add(normalized(value, seen)));
        }
        return new PageView.Trials(TrialStory.of(trials), TrialTables.summary(trials), plots);
    }

    private static PageView.Plot plot(String kind, String id, String scale, Table table) {
        return new PageView.Plot(new PageView.Chart(kind, table.caption(), id, SERIES, "", "", scale), table);
    }

    private static PageView.Plot normalized(RoundingTrial.Value value, Normalized seen) {
        Table.Builder table = Table.builder(
                "Output of batch normalization " + value.layer() + " by magnitude, before and after rounding",
                "magnitude from",
                "#before",
                "#after");
        TreeSet<Integer> exponents = new TreeSet<>(seen.before().keySet());
        exponents.addAll(seen.after().keySet());
        for (int exponent : exponents) {
            table.plotted(
                    Integer.toString(exponent),
                    Figures.powerOfTwo(exponent),
                    count(seen.before(), exponent),
                    count(seen.after(), exponent));
        }
        Table built = table.build();
        FixedPointFormat format = FixedPointFormat.parse(value.format(), Rounding.AP_RND, Overflow.AP_SAT);
        String low = Integer.toString(-format.fractionBits());
        String high = Integer.toString(format.integerBits() - (format.signed() ? 1 : 0));
        return new PageView.Plot(
                new PageView.Chart("histogram", built.caption(), "trial-" + value.layer(), "1,2", low, high, ""),
                built);
    }

    private static String count(Map<Integer, Long> counts, int exponent) {
        return Figures.count(counts.getOrDefault(exponent, 0L));
    }
}
