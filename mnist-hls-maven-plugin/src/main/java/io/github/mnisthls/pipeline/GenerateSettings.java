/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.rendering.ScriptOptions;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to generate.
 *
 * @param goldenImages    how many of the test images are golden vectors; 0 is all of them
 * @param outputDirectory a folder of the user's that gets a copy
 * @param overwriteEdited gives up edits in that copy
 * @param templates       a folder with templates that win over the plugin's
 */
public record GenerateSettings(
        HardwareRequest hardware,
        InterfaceKind interfaceKind,
        ControlProtocol control,
        DesignNames names,
        ScriptOptions scripts,
        int goldenImages,
        Optional<Path> outputDirectory,
        boolean overwriteEdited,
        Optional<Path> templates) {
    public GenerateSettings {
        if (goldenImages < 0) {
            throw new InvalidSettingException(
                    Settings.GOLDEN_IMAGES, goldenImages, "it must be at least 0", "Use 0 for all test images.");
        }
        templates.ifPresent(folder -> {
            if (!Files.isDirectory(folder)) {
                throw new InvalidSettingException(
                        Settings.TEMPLATE_DIRECTORY,
                        folder,
                        "there is no such folder",
                        "Name a folder with templates, or leave it out.");
            }
        });
    }
}
