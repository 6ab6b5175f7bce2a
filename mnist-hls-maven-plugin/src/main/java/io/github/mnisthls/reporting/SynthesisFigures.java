/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.reporting.Metrics.SynthesisMetrics;
import io.github.mnisthls.synthesis.CsynthReport;
import io.github.mnisthls.synthesis.RunFacts;
import io.github.mnisthls.synthesis.SynthesisOutcome;
import io.github.mnisthls.synthesis.SynthesisOutcome.CoSimulated;
import io.github.mnisthls.synthesis.SynthesisOutcome.Exported;
import io.github.mnisthls.synthesis.SynthesisOutcome.Failed;
import io.github.mnisthls.synthesis.SynthesisOutcome.Simulated;
import io.github.mnisthls.synthesis.SynthesisOutcome.Skipped;
import io.github.mnisthls.synthesis.SynthesisOutcome.Synthesized;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What the AMD tools said, in the forms of the report. */
public final class SynthesisFigures {
    private SynthesisFigures() {}

    /** For {@code metrics.json}; the version is the one that the tool itself wrote into its report. */
    public static SynthesisMetrics metrics(Synthesized outcome) {
        CsynthReport report = outcome.report();
        return new SynthesisMetrics(
                outcome.run().tool().kind().program(),
                report.version(),
                report.estimatedClockPeriodNs(),
                orNull(report.worstLatency()),
                orNull(report.maxInterval()),
                orNull(report.used().lut()),
                orNull(report.used().ff()),
                orNull(report.used().dsp()),
                orNull(report.used().bram18()),
                orNull(report.used().uram()));
    }

    private static Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** For build servers: a step that was skipped is skipped there too. */
    public static StepResult stepResult(SynthesisOutcome outcome) {
        String group = "mnist-hls." + outcome.step();
        String name = outcome.step().title();
        if (outcome instanceof Skipped skipped) {
            return new StepResult(group, name, StepResult.Status.SKIPPED, skipped.reason(), "", Duration.ZERO);
        }
        Duration duration = run(outcome).map(RunFacts::duration).orElse(Duration.ZERO);
        if (outcome instanceof Failed failed) {
            return new StepResult(
                    group, name, StepResult.Status.FAILED, failed.diagnosis().text(), failed.describe(), duration);
        }
        return new StepResult(group, name, StepResult.Status.PASSED, "", outcome.describe(), duration);
    }

    private static Optional<RunFacts> run(SynthesisOutcome outcome) {
        if (outcome instanceof Simulated simulated) {
            return Optional.of(simulated.run());
        }
        if (outcome instanceof Synthesized synthesized) {
            return Optional.of(synthesized.run());
        }
        if (outcome instanceof CoSimulated cosimulated) {
            return Optional.of(cosimulated.run());
        }
        if (outcome instanceof Exported exported) {
            return Optional.of(exported.run());
        }
        return outcome instanceof Failed failed ? failed.run() : Optional.empty();
    }
}
