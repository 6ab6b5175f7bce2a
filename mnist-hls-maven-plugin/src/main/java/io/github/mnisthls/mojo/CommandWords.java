/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import java.util.List;
import org.codehaus.plexus.util.cli.CommandLineUtils;

/** Splits a setting that is a command into its words, as a shell would: quotes keep blanks. */
final class CommandWords {
    private CommandWords() {}

    /**
     * The words of a setting.
     *
     * @param text null if it is not set
     * @return none if it is not set, or blank
     * @throws InvalidSettingException if a quote is not closed
     */
    static List<String> of(Setting setting, String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        try {
            // It knows no blanks but the space, and a POM has line breaks.
            return List.of(CommandLineUtils.translateCommandline(text.replaceAll("[\\t\\r\\n]", " ")));
        } catch (Exception e) {
            // The library declares no narrower type, and throws it for quotes alone.
            throw new InvalidSettingException(
                    setting, text, "a quote is not closed", "Close it, or put the other kind around it.");
        }
    }
}
