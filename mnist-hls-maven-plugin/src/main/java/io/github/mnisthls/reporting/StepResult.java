/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.time.Duration;
import java.util.Objects;

/**
 * A step as a test case, for build servers.
 *
 * @param group    what it belongs to, such as {@code mnist-hls.csynth}
 * @param name     what was shown, such as {@code every logit equals the emulator's}
 * @param status   how it ended
 * @param message  one line for a failure or a skipped step; else empty
 * @param details  more lines; may be empty
 * @param duration wall time
 */
public record StepResult(String group, String name, Status status, String message, String details, Duration duration) {
    /** How a step ended. */
    public enum Status {
        PASSED,
        FAILED,
        SKIPPED
    }

    public StepResult {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(duration, "duration");
        if (status != Status.PASSED && message.isBlank()) {
            throw new IllegalArgumentException("a step that did not pass needs a message");
        }
    }
}
