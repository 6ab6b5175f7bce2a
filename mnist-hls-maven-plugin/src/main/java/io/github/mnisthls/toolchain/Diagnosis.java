/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.util.Objects;

/**
 * What went wrong, in one line, with the way out.
 *
 * @param cause    for programs
 * @param problem  for people: what happened, without a full stop
 * @param evidence the line of the log that shows it; may be empty
 * @param remedy   imperative sentences
 */
public record Diagnosis(FailureCause cause, String problem, String evidence, String remedy) {
    private static final int LONGEST_EVIDENCE = 300;

    public Diagnosis {
        Objects.requireNonNull(cause, "cause");
        evidence = evidence.strip();
        if (evidence.length() > LONGEST_EVIDENCE) {
            evidence = evidence.substring(0, LONGEST_EVIDENCE) + "...";
        }
    }

    /** One line. */
    public String text() {
        return problem + (evidence.isEmpty() ? "" : " (" + evidence + ")") + ". " + remedy;
    }
}
