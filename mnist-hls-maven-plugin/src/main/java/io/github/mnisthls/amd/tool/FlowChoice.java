/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.settings.Choice;
import java.util.Locale;
import java.util.Optional;

/** Which flow a tool is driven by. */
public enum FlowChoice implements Choice {
    /** That of the tool's version. */
    AUTO(Optional.empty()),
    TCL(Optional.of(Flow.TCL)),
    CONFIG(Optional.of(Flow.CONFIG));

    private final Optional<Flow> flow;

    FlowChoice(Optional<Flow> flow) {
        this.flow = flow;
    }

    /** The flow; empty where the tool's version decides. */
    public Optional<Flow> flow() {
        return flow;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
