/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.ConsoleTable;
import io.github.mnisthls.reporting.TrialStory;
import io.github.mnisthls.reporting.TrialTables;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.training.RoundingTrials;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows what rounding does to a training: the same network three times for a few epochs, in float32, with activations rounded
 * to {@code <precision>} without a gradient, and with a straight-through one. Writes {@code diagnosis/} and a chapter of the
 * report page.
 *
 * @since 1.0.0
 */
@Mojo(name = "diagnose", threadSafe = true)
public final class DiagnoseMojo extends SimulationParameters {
    /**
     * Skips this goal.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.DIAGNOSE_SKIP, defaultValue = "false")
    private boolean diagnoseSkip;

    @Override
    Optional<String> skippedBy() {
        return diagnoseSkip ? Optional.of(PropertyNames.DIAGNOSE_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        try (Pipeline pipeline = openPipeline(StepName.ROUNDING_TRIAL)) {
            tell(pipeline.tryRounding(trainSettings(), precisionSettings()));
            report(pipeline);
        }
    }

    private void tell(RoundingTrials trials) {
        ConsoleTable.lines(TrialTables.summary(trials)).forEach(getLog()::info);
        ConsoleTable.lines(TrialTables.gradients(trials)).forEach(getLog()::info);
        TrialStory.of(trials).forEach(getLog()::info);
    }

    /** A network that cannot be built has no page; what was found out stands all the same. */
    private void report(Pipeline pipeline) throws IOException, InterruptedException {
        try {
            getLog().info("Report: " + pipeline.report(buildSettings()) + "#diagnosis");
        } catch (InvalidSettingException e) {
            getLog().warn("There is no report page: " + e.getMessage());
        }
    }
}
