/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.reporting.StepResult;
import io.github.mnisthls.reporting.SynthesisFigures;
import io.github.mnisthls.toolchain.RunFacts;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * A step's success, kept so that build servers hear of it also where the step is up to date.
 *
 * @param step    as the goal is called
 * @param title   in words
 * @param details what the step said of itself
 * @param millis  that it took
 */
record ToolVerdict(String step, String title, String details, long millis) {
    static final String FILE = "verdict.json";

    static ToolVerdict of(SynthesisOutcome outcome) {
        long millis = SynthesisOutcome.run(outcome)
                .map(RunFacts::duration)
                .map(Duration::toMillis)
                .orElse(0L);
        return new ToolVerdict(outcome.step().toString(), outcome.step().title(), outcome.describe(), millis);
    }

    /**
     * As a test case.
     *
     * @param more lines after the step's own; may be empty
     */
    StepResult result(Optional<String> more) {
        String text = more.map(lines -> details + "\n" + lines).orElse(details);
        return SynthesisFigures.success(step, title, text, Duration.ofMillis(millis));
    }
}
