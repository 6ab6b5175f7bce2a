/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

/**
 * A part of a model that has no counterpart. The message names attribute or property, value and remedy; who catches it adds
 * the node or layer.
 */
public final class NotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * A part that cannot be read.
     *
     * @param problem what is wrong, without a point at its end
     * @param remedy  how to mend it, as an imperative sentence
     */
    public NotReadable(String problem, String remedy) {
        super(problem + ". " + remedy);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, without the remedy. */
    public String problem() {
        return problem;
    }

    /** How to mend it. */
    public String remedy() {
        return remedy;
    }
}
