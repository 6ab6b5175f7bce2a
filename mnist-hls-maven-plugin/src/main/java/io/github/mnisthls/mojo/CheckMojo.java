/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepFailedException;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.AccuracyLedger;
import io.github.mnisthls.reporting.Budget;
import io.github.mnisthls.reporting.BudgetMiss;
import io.github.mnisthls.reporting.BudgetVerdict;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.settings.PropertyNames;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails the build if accuracy, bit-exactness, timing, latency, interval or resources miss their budget, and prints what
 * was measured. If the AMD tool has measured something, its figure is used instead of the plan's estimate.
 *
 * @since 1.0.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends SimulationParameters {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CHECK_SKIP, defaultValue = "false")
    private boolean checkSkip;

    /**
     * The limits: {@code <bitExact>} (true), {@code <minimumAccuracy>} and {@code <largestAccuracyDrop>} (fractions of
     * 1), {@code <largestFlips>} (test images whose class differs from that in float32), {@code <intervalCycles>},
     * {@code <latencyCycles>}, {@code <lut>}, {@code <dsp>}, {@code <bram18>}, {@code <clockPeriodNs>}. Only the limits
     * that you set are checked, with one exception: a drop of more than 0.05 fails unless {@code <largestAccuracyDrop>}
     * allows it.
     *
     * @since 1.0.0
     */
    @Parameter
    private BudgetElements budget;

    @Override
    Optional<String> skippedBy() {
        return checkSkip ? Optional.of(PropertyNames.CHECK_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline()) {
            if (leavesSimulationOut()) {
                pipeline.generate(buildSettings());
            } else if (simulatesOnHost()) {
                pipeline.csim(buildSettings(), csimSettings());
            } else {
                pipeline.tool(StepName.CSIM_VENDOR, buildSettings(), toolSettings());
            }
            Metrics metrics = pipeline.metrics();
            AccuracyLedger.of(metrics).lines().forEach(getLog()::info);
            pipeline.accuracyWarnings().forEach(getLog()::warn);
            BudgetVerdict verdict = pipeline.check(budget());
            verdict.unchecked().forEach(line -> getLog().info("Not checked: " + line));
            if (!verdict.misses().isEmpty()) {
                throw new StepFailedException("The budget is missed:\n  "
                        + String.join(
                                "\n  ",
                                verdict.misses().stream().map(BudgetMiss::text).toList()));
            }
        }
    }

    /** With failures ignored, csim has told of one already; what it did not prove counts as unchecked here. */
    private boolean leavesSimulationOut() {
        return csimSkippedBy().isPresent() || ignoresTestFailures();
    }

    Budget budget() {
        return budget == null ? Budget.none() : budget.toBudget();
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        budget();
        if (!leavesSimulationOut() && simulatesOnHost()) {
            csimSettings().compiler();
        }
    }
}
