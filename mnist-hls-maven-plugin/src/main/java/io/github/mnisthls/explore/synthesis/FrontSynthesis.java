/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.synthesis;

import io.github.mnisthls.explore.PointJobs;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Has the best points of the front synthesized, one after the other, as the front is by then. */
public final class FrontSynthesis {
    private final Synthesizer synthesizer;
    private final PointJobs jobs;
    private final int most;
    private final Consumer<String> log;

    /**
     * @param most points at most
     * @param log  told what came of each
     */
    public FrontSynthesis(Synthesizer synthesizer, PointJobs jobs, int most, Consumer<String> log) {
        this.synthesizer = synthesizer;
        this.jobs = jobs;
        this.most = most;
        this.log = log;
    }

    /**
     * Synthesizes.
     *
     * @param results as they are now: a figure of the tool may move the front
     * @param changed told of each row that is another now
     */
    public void run(Supplier<Results> results, Consumer<Row> changed) throws IOException {
        Set<Integer> tried = new HashSet<>();
        for (Optional<Row> next = next(results.get(), tried);
                next.isPresent() && tried.size() < most;
                next = next(results.get(), tried)) {
            Row row = next.get();
            tried.add(row.point().number());
            Row told = synthesizer.synthesized(row, jobs.of(row.point()));
            log.accept("Point " + row.point().number() + ": " + line(told));
            changed.accept(told);
        }
    }

    private static Optional<Row> next(Results results, Set<Integer> tried) {
        return results.frontInOrder().stream()
                .filter(row -> !tried.contains(row.point().number()))
                .findFirst();
    }

    private static String line(Row row) {
        return row.details()
                .flatMap(Row.Details::measured)
                .map(measured -> measured.tool() + " says " + figures(row))
                .orElse("not synthesized, so the estimates remain: " + row.reason());
    }

    private static String figures(Row row) {
        var figures = row.figures().orElseThrow();
        var estimate = row.estimate().orElseThrow();
        return "interval " + figures.intervalCycles() + " (estimate " + estimate.intervalCycles() + "), LUT "
                + figures.lut() + " (" + estimate.lut() + "), DSP " + figures.dsp() + " (" + estimate.dsp()
                + "), BRAM18 " + figures.bram18() + " (" + estimate.bram18() + ")";
    }
}
