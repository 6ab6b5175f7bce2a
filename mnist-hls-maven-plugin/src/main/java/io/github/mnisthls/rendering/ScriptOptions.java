/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;

/**
 * The tool that the project is generated for.
 *
 * @param dialect     what it reads
 * @param cosimImages golden images that co-simulation runs
 */
public record ScriptOptions(Dialect dialect, int cosimImages) {
    public ScriptOptions {
        if (cosimImages < 1) {
            throw new InvalidSettingException(
                    Settings.COSIM_IMAGES,
                    cosimImages,
                    "co-simulation needs at least one image, and two to measure the interval",
                    "Use 3.");
        }
    }
}
