/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;

/**
 * What goes into the vendor tools' scripts.
 *
 * @param cosimImages golden images that co-simulation runs
 * @param ipVersion   three numbers separated by dots
 */
public record ScriptOptions(FlowTarget flowTarget, ToolGeneration generation, int cosimImages, String ipVersion) {
    public static final ScriptOptions DEFAULT =
            new ScriptOptions(FlowTarget.VIVADO, ToolGeneration.VITIS_KEYED, 3, "1.0.0");

    public ScriptOptions {
        if (flowTarget == FlowTarget.VITIS && generation == ToolGeneration.VIVADO_HLS) {
            throw new InvalidSettingException(
                    Settings.EXPORT_FORMAT,
                    "xo",
                    generation.title() + " makes no kernel objects",
                    "Use ip_catalog, or a later release of the tools.");
        }
        if (cosimImages < 1) {
            throw new InvalidSettingException(
                    Settings.COSIM_IMAGES,
                    cosimImages,
                    "co-simulation needs at least one image, and two to measure the interval",
                    "Use 3.");
        }
    }
}
