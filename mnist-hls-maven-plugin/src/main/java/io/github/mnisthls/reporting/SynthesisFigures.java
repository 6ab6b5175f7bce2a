/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.reporting.Metrics.CosimMetrics;
import io.github.mnisthls.reporting.Metrics.ExportMetrics;
import io.github.mnisthls.reporting.Metrics.SynthesisMetrics;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.ImplementationReport;
import io.github.mnisthls.toolchain.ReportedResources;
import io.github.mnisthls.toolchain.RunFacts;
import io.github.mnisthls.toolchain.SynthesisOutcome.CoSimulated;
import io.github.mnisthls.toolchain.SynthesisOutcome.Exported;
import io.github.mnisthls.toolchain.SynthesisOutcome.Failed;
import io.github.mnisthls.toolchain.SynthesisOutcome.Synthesized;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** What HLS tools said, in the forms of {@code metrics.json} and of build servers. */
public final class SynthesisFigures {
    private SynthesisFigures() {}

    /** The version is the one that the tool itself wrote into its report. */
    public static SynthesisMetrics metrics(Synthesized outcome) {
        CsynthReport report = outcome.report();
        return new SynthesisMetrics(
                outcome.run().program(),
                report.version(),
                OptionalDouble.of(report.estimatedClockPeriodNs()),
                report.worstLatency(),
                report.maxInterval(),
                report.used().lut(),
                report.used().ff(),
                report.used().dsp(),
                report.used().bram18(),
                report.used().uram());
    }

    /**
     * What the RTL did.
     *
     * @param images that were co-simulated
     */
    public static CosimMetrics metrics(CoSimulated outcome, int images) {
        return new CosimMetrics(
                outcome.run().program(),
                outcome.run().version(),
                images,
                outcome.report().maxLatency(),
                outcome.report().maxInterval());
    }

    /** What was exported, and what the tools after HLS reported where the export ran them. */
    public static ExportMetrics metrics(Exported outcome) {
        Optional<ImplementationReport> implemented = outcome.implementation();
        return new ExportMetrics(
                outcome.run().program(),
                outcome.run().version(),
                outcome.format().label(),
                implemented.map(ImplementationReport::stage),
                implemented.map(ImplementationReport::achievedClockPeriodNs).orElseGet(OptionalDouble::empty),
                used(implemented, ReportedResources::lut),
                used(implemented, ReportedResources::ff),
                used(implemented, ReportedResources::dsp),
                used(implemented, ReportedResources::bram18),
                used(implemented, ReportedResources::uram));
    }

    /** A failed step as a test case. */
    public static StepResult failure(Failed failed) {
        return new StepResult(
                group(failed.step().toString()),
                failed.step().title(),
                StepResult.Status.FAILED,
                failed.diagnosis().text(),
                failed.describe(),
                failed.run().map(RunFacts::duration).orElse(Duration.ZERO));
    }

    /**
     * A step's success as a test case.
     *
     * @param step    as the goal is called
     * @param details what it says of itself
     */
    public static StepResult success(String step, String title, String details, Duration duration) {
        return new StepResult(group(step), title, StepResult.Status.PASSED, "", details, duration);
    }

    private static String group(String step) {
        return "mnist-hls." + step;
    }

    private static OptionalLong used(
            Optional<ImplementationReport> implemented, Function<ReportedResources, OptionalLong> figure) {
        return implemented.map(ImplementationReport::used).map(figure).orElseGet(OptionalLong::empty);
    }
}
