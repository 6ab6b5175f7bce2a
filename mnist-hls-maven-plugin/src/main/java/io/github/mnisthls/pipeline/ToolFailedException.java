/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.reporting.StepResult;

/** A step of an AMD tool failed; build servers get it as a test case, too. */
final class ToolFailedException extends StepFailedException {
    private static final long serialVersionUID = 1L;

    private final transient StepResult result;

    ToolFailedException(String message, StepResult result) {
        super(message);
        this.result = result;
    }

    StepResult result() {
        return result;
    }
}
