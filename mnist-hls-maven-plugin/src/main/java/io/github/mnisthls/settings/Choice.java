/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

/** One of the few values that a setting takes; an enum has all of them. */
public interface Choice {
    /** As the user spells it. */
    String label();

    /** What messages say beside it, for labels that do not speak for themselves; empty for those that do. */
    default String remark() {
        return "";
    }
}
