/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.toolchain.SynthesisRequest;

/** Makes the steps that an HLS tool does from the settings of a build. */
final class ToolSteps {
    private final WorkFolder work;
    private final GenerateSettings generate;
    private final ToolSettings tools;
    private final DatasetSource dataset;

    ToolSteps(WorkFolder work, GenerateSettings generate, ToolSettings tools, DatasetSource dataset) {
        this.work = work;
        this.generate = generate;
        this.tools = tools;
        this.dataset = dataset;
    }

    /** A step that has yet to run, with this tool. */
    Step of(StepName step, HlsTool tool) {
        return new ToolStep(
                step,
                new SynthesisRequest(
                        step.toolStep().orElseThrow(),
                        work.folder(StepName.GENERATE),
                        work.root().resolve("synthesis"),
                        generate.names().top(),
                        ProjectRenderer.VERDICT,
                        tools.exportFormat(),
                        tools.launcher(),
                        tools.limit(),
                        tools.memoryLimitMiB()),
                tool,
                new GoldenImages(dataset, work.folder(StepName.QUANTIZE), generate.goldenImages()),
                generate.scripts().cosimImages());
    }
}
