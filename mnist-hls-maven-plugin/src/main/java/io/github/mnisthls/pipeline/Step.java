/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** One step of the build: values in, one folder of files out. */
interface Step {
    StepName name();

    /** What it does, in a few words, told when it begins; for steps that may take longer than a moment. */
    default Optional<String> task() {
        return Optional.empty();
    }

    /** Everything that the result depends on besides the results of the steps before it. */
    Map<String, String> inputs();

    /**
     * Makes all outputs.
     *
     * @param staging  an empty folder; it takes the place of the step's folder when this method returns
     * @param upstream the results that it is made from
     */
    void run(Path staging, UpstreamDigests upstream) throws IOException, InterruptedException;

    /**
     * Called when outputs and record are in place: only now may go what the step kept to be able to go on from. A failure
     * here is none of the step.
     */
    default void settle() throws IOException {}
}
