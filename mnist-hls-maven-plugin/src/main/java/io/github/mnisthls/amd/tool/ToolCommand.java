/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.process.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A command in the environment that the tool needs. */
public final class ToolCommand {
    /**
     * The positional parameters are emptied before the settings are sourced, which would see them as its own. No
     * {@code -u}: the settings of 2025 and later read variables that are not set.
     */
    private static final String SOURCE_THEN_RUN =
            "settings=$0; words=(\"$@\"); set --; source \"$settings\"; exec \"${words[@]}\"";

    private ToolCommand() {}

    /** The words, run after {@code settings64.sh} where one is given. */
    public static Command.Builder sourcing(Optional<Path> settings, Path workingDirectory, List<String> words) {
        if (settings.isEmpty()) {
            return Command.builder(workingDirectory, words.get(0)).args(words.subList(1, words.size()));
        }
        return Command.builder(workingDirectory, "bash")
                .args("-c", SOURCE_THEN_RUN)
                .path(settings.get())
                .args(words);
    }
}
