/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.rendering.ProjectRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Packs the generated project and the weights, and of an HLS tool the RTL, the reports of synthesis and what was exported;
 * of this plugin's own files what only later steps read, and what a clock or a machine decides, stays out.
 */
final class PackageStep implements Step {
    static final String ARCHIVE = "hls.zip";

    private final WorkFolder work;
    private final Instant time;

    /**
     * A step that has yet to run.
     *
     * @param time of all entries
     */
    PackageStep(WorkFolder work, Instant time) {
        this.work = work;
        this.time = time;
    }

    @Override
    public StepName name() {
        return StepName.PACKAGE;
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs().add("time", time).toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        ReproducibleZip zip = new ReproducibleZip()
                .addTree("hls/", work.folder(StepName.GENERATE))
                .addTree("plan/", work.folder(StepName.PLAN))
                .addTree("weights/", work.folder(StepName.QUANTIZE))
                .remove("hls/" + ProjectRenderer.OF_COPY + "/")
                .remove("plan/internal/")
                .remove("weights/internal/")
                .remove("weights/" + EmulatorSpeed.FILE);
        if (upstream.has(StepName.CSYNTH)) {
            Path synthesized = work.folder(StepName.CSYNTH);
            zip.addTree("rtl/", synthesized.resolve(ToolStep.RTL))
                    .addTree("reports/", synthesized.resolve(ToolStep.REPORTS));
        }
        if (upstream.has(StepName.EXPORT)) {
            zip.addTree("export/", work.folder(StepName.EXPORT).resolve(ToolStep.ARTIFACT));
        }
        zip.write(staging.resolve(ARCHIVE), time);
    }
}
