/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.reporting.StepResult;

/** A step of an HLS tool failed; build servers get it as a test case, too. */
final class ToolFailedException extends StepFailedException {
    private static final long serialVersionUID = 1L;

    private final StepName step;
    private final transient StepResult result;

    ToolFailedException(StepName step, String message, StepResult result) {
        super(message);
        this.step = step;
        this.result = result;
    }

    StepName step() {
        return step;
    }

    StepResult result() {
        return result;
    }
}
