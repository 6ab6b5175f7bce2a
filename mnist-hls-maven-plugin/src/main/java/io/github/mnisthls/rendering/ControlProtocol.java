/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Locale;

/** How the design is started. */
public enum ControlProtocol {
    /** It runs for ever; only for streams, which say by themselves when there is work. */
    AP_CTRL_NONE,
    /** Wires: start, done, idle, ready. */
    AP_CTRL_HS,
    /** Registers on an AXI4-Lite bus. */
    S_AXILITE;

    /** As the POM and the pragma spell it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the POM's spelling. */
    public static ControlProtocol parse(String text) {
        for (ControlProtocol protocol : values()) {
            if (protocol.label().equals(text)) {
                return protocol;
            }
        }
        throw new InvalidSettingException(
                "<control> (-Dmnist-hls.control)",
                text,
                "there is no such block-level protocol",
                "Choose ap_ctrl_none, ap_ctrl_hs or s_axilite.");
    }
}
