/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Map;
import java.util.Optional;

/** A tool that was found. */
public interface HlsTool {
    /** One line for the log: which tool won, and why. */
    String describe();

    /** What its results depend on beside the project, by name: a change of it makes them anew. */
    Map<String, String> identity();

    /** Why it may refuse the project, before it runs. */
    Optional<String> warning();

    /**
     * Runs a step and judges what came out.
     *
     * @return anything but {@link SynthesisOutcome.Skipped}
     * @throws InterruptedIOException if the thread was interrupted; the tool and all it started are dead then
     * @throws IOException            if the work folder cannot be written or the tool cannot be started
     */
    SynthesisOutcome run(SynthesisRequest request, SynthesisListener listener) throws IOException;
}
