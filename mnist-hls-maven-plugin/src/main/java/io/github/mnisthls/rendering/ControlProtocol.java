/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.Choice;
import java.util.Locale;

/** How the design is started. */
public enum ControlProtocol implements Choice {
    /** It runs for ever; only for streams, which say by themselves when there is work. */
    AP_CTRL_NONE,
    /** Wires: start, done, idle, ready. */
    AP_CTRL_HS,
    /** Registers on an AXI4-Lite bus. */
    S_AXILITE;

    /** As the POM and the pragma spell it. */
    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
