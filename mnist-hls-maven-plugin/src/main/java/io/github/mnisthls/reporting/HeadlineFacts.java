/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.emulation.LayerEffects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that one looks for first. */
final class HeadlineFacts {
    private HeadlineFacts() {}

    static List<PageView.Fact> of(Metrics metrics, AccuracyLedger ledger, Optional<LayerEffects> effects) {
        List<PageView.Fact> facts = new ArrayList<>();
        ledger.stages().stream()
                .filter(stage -> stage.name().equals("quantized"))
                .map(stage -> accuracy(stage, ledger.stages().get(0)))
                .forEach(facts::add);
        effects.ifPresent(
                layers -> layers.worst().map(worst -> culprit(layers, worst)).ifPresent(facts::add));
        metrics.csim().map(HeadlineFacts::exactness).ifPresent(facts::add);
        metrics.hardware().ifPresent(plan -> {
            facts.add(new PageView.Fact(
                    "Images per second, estimated",
                    Figures.count((long) PlanTable.imagesPerSecond(plan)),
                    "one every " + Figures.count(plan.intervalCycles()) + " cycles of "
                            + Figures.plain(plan.clockPeriodNs()) + " ns",
                    true));
            facts.add(new PageView.Fact(
                    "Multipliers, planned",
                    Figures.count(plan.multipliers()),
                    PlanTable.use(plan, metrics.network().orElseThrow().macs()) + " on " + plan.part(),
                    true));
        });
        return facts;
    }

    private static PageView.Fact accuracy(AccuracyLedger.Stage quantized, AccuracyLedger.Stage first) {
        int decimals = Figures.decimals(quantized.images().orElse(0));
        String note = first.equals(quantized)
                ? "of the test images"
                : first.name() + " " + Figures.percent(first.accuracy(), decimals) + ", difference "
                        + Figures.points(quantized.accuracy() - first.accuracy(), decimals) + " points";
        boolean good = first.accuracy() - quantized.accuracy() <= LayerEffects.HURTS;
        return new PageView.Fact("Accuracy, quantized", Figures.percent(quantized.accuracy(), decimals), note, good);
    }

    private static PageView.Fact culprit(LayerEffects layers, LayerEffects.Effect worst) {
        return new PageView.Fact(
                "Costs most accuracy",
                worst.layer(),
                "with its types alone: " + Figures.points(worst.alone().orElseThrow() - layers.float32(), 1)
                        + " points",
                false);
    }

    private static PageView.Fact exactness(Metrics.CsimMetrics csim) {
        boolean exact = csim.logitsDiffering() == 0 && csim.logitsCompared() > 0;
        return new PageView.Fact(
                "Logits that differ in C simulation",
                Figures.count(csim.logitsDiffering()),
                "of " + Figures.count(csim.logitsCompared())
                        + (exact ? "; bit for bit as quantized" : "; the C++ does not compute what was quantized"),
                exact);
    }
}
