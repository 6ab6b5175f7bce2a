/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.pipeline.Pipeline;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.reporting.ConsoleTable;
import io.github.mnisthls.reporting.DiagnosisTables;
import io.github.mnisthls.reporting.TrialStory;
import io.github.mnisthls.reporting.TrialTables;
import io.github.mnisthls.scripts.Finding;
import io.github.mnisthls.scripts.TrainingScript;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.training.RoundingTrials;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Finds what is wrong with the trained or loaded network and its precision, by trying remedies layer by layer. Also
 * shows what rounding does to a training. It trains the same network three times for a few epochs: in float32, with
 * activations rounded to {@code <precision>} without a gradient, and with a straight-through gradient. Writes {@code
 * diagnosis/} and a chapter of the report page.
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

    /**
     * A training script for PyTorch. If it is set, the goal only lists what rounds without a gradient in the script's
     * forward passes.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.SCRIPT)
    private File script;

    /**
     * Comments out the lines of the {@code script} that do nothing but round. First it saves a copy next to the script,
     * {@code train_model.py.before_fix}, which is never overwritten.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.REPAIR, defaultValue = "false")
    private boolean repair;

    @Override
    Optional<String> skippedBy() {
        return diagnoseSkip ? Optional.of(PropertyNames.DIAGNOSE_SKIP) : Optional.empty();
    }

    @Override
    void doExecute() throws IOException, InterruptedException {
        if (script != null) {
            read(TrainingScript.read(script.toPath()));
            return;
        }
        try (Pipeline pipeline = openPipeline(StepName.ROUNDING_TRIAL)) {
            tell(pipeline.diagnose(buildSettings()));
            tell(pipeline.tryRounding(buildSettings()));
            report(pipeline);
        }
    }

    private void read(TrainingScript training) {
        List<Finding> findings = training.findings();
        findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.STRAIGHT_THROUGH)
                .forEach(finding -> getLog().info(script.getName() + ", " + finding.text()));
        findings.stream()
                .filter(finding -> finding.kind() != Finding.Kind.STRAIGHT_THROUGH)
                .forEach(finding -> getLog().warn(script.getName() + ", " + finding.text()));
        long found = findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.LEAVE_OUT)
                .count();
        if (found == 0) {
            getLog().info("No line of a forward pass in " + script + " does nothing but round without a gradient.");
        } else if (repair) {
            getLog().info("Commented out " + found + " of them; the original script is " + training.repair());
        } else {
            getLog().info("-D" + PropertyNames.REPAIR + " comments out " + found
                    + " of them, after a copy of the script");
        }
    }

    private void tell(ModelDiagnosis diagnosis) {
        ConsoleTable.lines(DiagnosisTables.layers(diagnosis)).forEach(getLog()::info);
        DiagnosisTables.sentences(diagnosis).forEach(getLog()::info);
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
