/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.hardware.Dataflow;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** When the processes of the plan compute, wait and are blocked. */
final class DataflowSection {
    /** Of a lane's drawing, in which a part of the time is one unit wide. */
    private static final int HEIGHT = 100;

    private DataflowSection() {}

    static PageView.Timeline of(PlanDetails details) {
        Table.Builder table = Table.builder(
                "What the processes do during the first two images",
                "process",
                "#computes",
                "#waits for words",
                "#blocked by a full FIFO",
                "#computes, cycles");
        for (PlanDetails.Worker process : details.processes()) {
            long computing = details.computing(process);
            table.row(
                    process.name(),
                    share(computing, details),
                    share(process.activity().waiting(), details),
                    share(process.activity().blocked(), details),
                    Figures.count(computing));
        }
        return new PageView.Timeline(
                summary(details),
                details.processes().stream()
                        .map(process -> lane(process, details))
                        .toList(),
                Figures.fixed((double) Dataflow.PARTS * details.ends().get(0) / details.cycles(), 2),
                Figures.count(details.cycles()),
                table.build());
    }

    private static String share(long cycles, PlanDetails details) {
        return Figures.percent((double) cycles / details.cycles(), 1);
    }

    private static String summary(PlanDetails details) {
        PlanDetails.Worker busiest = details.processes().stream()
                .max(Comparator.comparingLong(details::computing))
                .orElseThrow();
        PlanDetails.Worker held = details.processes().stream()
                .max(Comparator.comparingLong(process -> process.activity().blocked()))
                .orElseThrow();
        long blocked = held.activity().blocked();
        return "Images follow each other without a gap. The last logit of the first image leaves after "
                + Figures.count(details.ends().get(0)) + " cycles, that of the second one "
                + Figures.count(details.cycles() - details.ends().get(0)) + " later. The busiest process, "
                + busiest.name()
                + ", computes " + share(details.computing(busiest), details) + " of the time; "
                + (blocked == 0
                        ? "no process is ever blocked."
                        : held.name() + " is blocked most, " + share(blocked, details) + " of the time.");
    }

    private static PageView.Lane lane(PlanDetails.Worker process, PlanDetails details) {
        List<Integer> waiting = process.activity().waitingParts();
        List<Integer> blocked = process.activity().blockedParts();
        StringBuilder computes = new StringBuilder("M0 " + HEIGHT);
        StringBuilder full = new StringBuilder("M0 0");
        for (int part = 0; part < Dataflow.PARTS; part++) {
            int idle = Math.min(HEIGHT, waiting.get(part) + blocked.get(part));
            computes.append(String.format(Locale.ROOT, "V%dH%d", idle, part + 1));
            full.append(String.format(Locale.ROOT, "V%dH%d", blocked.get(part), part + 1));
        }
        return new PageView.Lane(
                process.name(),
                computes.append("V" + HEIGHT + "Z").toString(),
                full.append("V0Z").toString(),
                share(details.computing(process), details));
    }
}
