/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Packs the generated project and the weights; what a clock or a machine decides stays out. */
final class PackageStep implements Step {
    static final String ARCHIVE = "hls.zip";

    private final WorkFolder work;
    private final Instant time;
    private final Map<String, String> upstream;

    /**
     * A step that has yet to run.
     *
     * @param time of all entries
     */
    PackageStep(WorkFolder work, Instant time, Map<String, String> upstream) {
        this.work = work;
        this.time = time;
        this.upstream = upstream;
    }

    @Override
    public StepName name() {
        return StepName.PACKAGE;
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs().addAll(upstream).add("time", time).toMap();
    }

    @Override
    public void run(Path staging) throws IOException {
        new ReproducibleZip()
                .addTree("hls/", work.folder(StepName.GENERATE))
                .addTree("plan/", work.folder(StepName.PLAN))
                .addTree("weights/", work.folder(StepName.QUANTIZE))
                .remove("weights/" + EmulatorSpeed.FILE)
                .write(staging.resolve(ARCHIVE), time);
    }
}
