/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.reporting.JUnitXml;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.StepResult;
import io.github.mnisthls.reporting.SynthesisTable;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The steps of an HLS tool as test cases for build servers: {@code report/TEST-mnist-hls.<step>.xml}, of successes as of
 * failures. A step that was skipped, or whose result is not that of the present design, has none.
 */
final class VerdictFiles {
    private final WorkFolder work;
    private final CurrentResults results;

    VerdictFiles(WorkFolder work, CurrentResults results) {
        this.work = work;
        this.results = results;
    }

    /** Writes those of successes and removes the others. */
    void write(Metrics metrics) {
        for (StepName step : StepName.values()) {
            step.toolStep().ifPresent(toolStep -> write(step, toolStep, metrics));
        }
    }

    private void write(StepName step, SynthesisStep toolStep, Metrics metrics) {
        Optional<ToolVerdict> verdict = results.read(step, ToolVerdict.FILE, ToolVerdict.class);
        if (verdict.isPresent()) {
            write(toolStep, verdict.get().result(table(toolStep, metrics)));
        } else {
            remove(file(toolStep));
        }
    }

    /** Writes that of a failure. */
    void write(ToolFailedException failure) {
        write(failure.step().toolStep().orElseThrow(), failure.result());
    }

    private void write(SynthesisStep step, StepResult result) {
        JUnitXml.write(file(step), "mnist-hls." + step, List.of(result));
    }

    private static Optional<String> table(SynthesisStep step, Metrics metrics) {
        return step == SynthesisStep.CSYNTH
                ? metrics.hardware()
                        .flatMap(plan ->
                                metrics.synthesis().map(tool -> String.join("\n", SynthesisTable.lines(plan, tool))))
                : Optional.empty();
    }

    private Path file(SynthesisStep step) {
        return work.report().resolve("TEST-mnist-hls." + step + ".xml");
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }
}
