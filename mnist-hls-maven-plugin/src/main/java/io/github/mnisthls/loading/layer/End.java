/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

/**
 * That a value was made by a function that is supported at the end only.
 *
 * @param ending what it computes
 * @param title  how a person finds it in the file; empty if there is none
 */
public record End(Ending ending, String title) {
    /** No such function. */
    public static final End NONE = new End(Ending.NONE, "");

    public boolean isNone() {
        return equals(NONE);
    }
}
