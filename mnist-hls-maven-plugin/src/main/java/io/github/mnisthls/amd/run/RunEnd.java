/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.amd.tool.Flow;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.FailureCause;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.util.Optional;

/**
 * How a run ended, by the exit status and the promised last words.
 *
 * @param flow how the tool was driven: only the script has last words
 */
record RunEnd(SynthesisStep step, Flow flow, ToolLog log) {
    private static final int SIGKILL = 9;

    /** What was not as it should be. */
    Optional<Diagnosis> failure(ProcessResult result) {
        if (result.exitCode() != 0) {
            return Optional.of(log.knownFailure().orElseGet(() -> exitStatus(result)));
        }
        boolean promisedWords = flow == Flow.TCL ? log.saw(Sentinel.ok(step)) : log.errorCount() == 0;
        return promisedWords ? Optional.empty() : Optional.of(log.knownFailure().orElseGet(this::noSentinel));
    }

    private static Diagnosis exitStatus(ProcessResult result) {
        if (result.signal().isEmpty()) {
            return new Diagnosis(
                    FailureCause.EXIT_STATUS,
                    "the tool ended with status " + result.exitCode(),
                    "",
                    "The first error lines follow; the log has the rest.");
        }
        int signal = result.signal().getAsInt();
        return signal == SIGKILL
                ? new Diagnosis(
                        FailureCause.KILLED_BY_SIGNAL,
                        "the tool was killed (signal 9), by the system when memory runs out, or by a batch system's"
                                + " limit",
                        "",
                        "Give it more memory or time, or run fewer builds at a time.")
                : new Diagnosis(
                        FailureCause.KILLED_BY_SIGNAL,
                        "the tool crashed (signal " + signal + ")",
                        "",
                        "Run it again; if it happens again, see the end of the log.");
    }

    private Diagnosis noSentinel() {
        return flow == Flow.TCL
                ? new Diagnosis(
                        FailureCause.SENTINEL_MISSING,
                        "the tool says success, but the script did not come to its end ('" + Sentinel.ok(step)
                                + "' was not printed)",
                        "",
                        "See the end of the log; if run_hls.tcl was changed, it must print this line after the step.")
                : new Diagnosis(
                        FailureCause.ERRORS_IN_LOG,
                        "the tool says success, but printed errors",
                        "",
                        "The first error lines follow; the log has the rest.");
    }
}
