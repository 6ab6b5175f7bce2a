/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

/** A part of a model that has no counterpart. The message names property, value and remedy; who catches it adds the layer. */
final class NotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    NotReadable(String problem, String remedy) {
        super(problem + ". " + remedy);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
