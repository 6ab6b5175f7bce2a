/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.Optional;

/**
 * The tool that the project is generated for, and what other tools call the project.
 *
 * @param dialect     what it reads
 * @param cosimImages golden images that co-simulation runs
 * @param coordinates of the Maven project
 * @param goldenOfCopy where the scripts of a copy find the golden vectors, relative to it; empty if they are copied, too
 */
public record ScriptOptions(Dialect dialect, int cosimImages, Coordinates coordinates, Optional<String> goldenOfCopy) {
    public ScriptOptions {
        if (cosimImages < 1) {
            throw new InvalidSettingException(
                    Settings.COSIM_IMAGES,
                    cosimImages,
                    "co-simulation needs at least one image, and two to measure the interval",
                    "Use 3.");
        }
        goldenOfCopy.filter(place -> !PlainWord.isPlain(place)).ifPresent(place -> {
            throw new InvalidSettingException(
                    Settings.COPY_GOLDEN,
                    false,
                    "the scripts of the copy cannot say where the golden vectors are, which is " + place,
                    "Choose folders whose names have no characters but letters, digits and _ . + -, or leave it out.");
        });
    }
}
