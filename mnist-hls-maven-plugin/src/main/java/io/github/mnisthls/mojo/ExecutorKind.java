/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.settings.Choice;
import java.util.Locale;

/** Who does the jobs of an exploration. */
enum ExecutorKind implements Choice {
    /** This machine. */
    LOCAL,
    /** The nodes of a cluster. */
    SLURM;

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
