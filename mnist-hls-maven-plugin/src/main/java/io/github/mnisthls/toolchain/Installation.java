/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.List;
import java.util.Optional;

/** What the search for a tool gave. */
public sealed interface Installation {
    /** A tool that can be used. */
    record Found(HlsTool tool) implements Installation {}

    /**
     * No tool that can be used.
     *
     * @param reason where it was looked for, and what was found there; without a full stop
     * @param remedy how to get one; without a full stop
     */
    record Missing(String reason, String remedy) implements Installation {
        /**
         * What that means for a step.
         *
         * @param mode {@link StepMode#AUTO} or {@link StepMode#REQUIRED}
         */
        public SynthesisOutcome outcome(SynthesisStep step, StepMode mode) {
            return mode == StepMode.AUTO
                    ? new SynthesisOutcome.Skipped(step, reason + ". " + remedy + ".")
                    : new SynthesisOutcome.Failed(
                            step,
                            Optional.empty(),
                            new Diagnosis(
                                    FailureCause.TOOL_MISSING,
                                    reason + ", but " + step.modeSetting() + " is required",
                                    "",
                                    remedy + "; " + step.modeSetting() + " = auto continues without the tool."),
                            List.of());
        }
    }
}
