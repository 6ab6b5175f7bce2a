/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.toolchain.Installation;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisRequest;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of an HLS tool on the generated project. */
final class ToolSteps {
    private static final Logger LOG = LoggerFactory.getLogger(ToolSteps.class);

    private final WorkFolder work;
    private final StepRunner runner;
    private final CurrentResults results;
    private final BuildSettings settings;
    private final ToolSettings tools;

    ToolSteps(WorkFolder work, StepRunner runner, CurrentResults results, BuildSettings settings, ToolSettings tools) {
        this.work = work;
        this.runner = runner;
        this.results = results;
        this.settings = settings;
        this.tools = tools;
    }

    /**
     * Runs a step, if there is a tool and the settings let it.
     *
     * @param generated the input by which it depends on the project
     */
    void run(SynthesisStep step, Map<String, String> generated) throws IOException, InterruptedException {
        StepMode mode = tools.modes().get(step);
        if (mode == StepMode.SKIP) {
            LOG.info("{}: skipped, {} is skip", step, step.modeSetting());
            results.skip(ToolStep.nameOf(step));
            return;
        }
        Installation installation = tools.toolchain().find();
        if (installation instanceof Installation.Found found) {
            LOG.info("{}: {}", step, found.tool().describe());
            found.tool().warning().ifPresent(LOG::warn);
            run(request(step), found.tool(), generated);
        } else if (installation instanceof Installation.Missing missing) {
            withoutTool(missing.outcome(step, mode));
            results.skip(ToolStep.nameOf(step));
        }
    }

    /** Runs one step of the tool, and synthesis before those that need its result. */
    private String run(SynthesisRequest request, HlsTool tool, Map<String, String> generated)
            throws IOException, InterruptedException {
        Map<String, String> upstream = new TreeMap<>(generated);
        if (request.step() == SynthesisStep.COSIM || request.step() == SynthesisStep.EXPORT) {
            String synthesized = run(request.withStep(SynthesisStep.CSYNTH), tool, generated);
            upstream.putAll(CurrentResults.upstream(StepName.CSYNTH, synthesized));
        }
        GoldenImages golden = new GoldenImages(
                new DatasetSource(settings.train().dataset()),
                work.folder(StepName.QUANTIZE),
                settings.generate().goldenImages());
        int cosimImages = settings.generate().scripts().cosimImages();
        try {
            String digest = runner.bringUpToDate(new ToolStep(request, tool, upstream, golden, cosimImages));
            results.count(ToolStep.nameOf(request.step()));
            return digest;
        } catch (ToolFailedException e) {
            new VerdictFiles(work, results).write(request.step(), e.result());
            throw e;
        }
    }

    /** Says what is skipped, or fails where the step is required. */
    private static void withoutTool(SynthesisOutcome outcome) {
        if (outcome instanceof SynthesisOutcome.Failed) {
            throw new StepFailedException(outcome.describe());
        }
        LOG.info("{}: {}", outcome.step(), outcome.describe());
    }

    private SynthesisRequest request(SynthesisStep step) {
        return new SynthesisRequest(
                step,
                work.folder(StepName.GENERATE),
                work.root().resolve("synthesis"),
                settings.generate().names().top(),
                ProjectRenderer.VERDICT,
                tools.exportFormat(),
                tools.launcher(),
                tools.limit(),
                tools.memoryLimitMiB());
    }
}
