/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.synthesis;

import io.github.mnisthls.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command lines of the three generations. */
final class ToolCommand {
    /**
     * The positional parameters are emptied before the settings are sourced, which would see them as its own. No
     * {@code -u}: the settings of 2025 and later read variables that are not set.
     */
    private static final String SOURCE_THEN_RUN =
            "settings=$0; words=(\"$@\"); set --; source \"$settings\"; exec \"${words[@]}\"";

    private ToolCommand() {}

    /** The words, run after {@code settings64.sh} where one is given. */
    static Command.Builder sourcing(Optional<Path> settings, Path workingDirectory, List<String> words) {
        if (settings.isEmpty()) {
            return Command.builder(workingDirectory, words.get(0)).args(words.subList(1, words.size()));
        }
        return Command.builder(workingDirectory, "bash")
                .args("-c", SOURCE_THEN_RUN)
                .path(settings.get())
                .args(words);
    }

    /**
     * One step's program and arguments, to be run in the copy of the generated project.
     *
     * @param input the Tcl script or the configuration file of the step
     */
    static List<String> words(Tool tool, SynthesisStep step, String input) {
        return tool.flow() == Flow.TCL ? tclWords(tool, input) : configWords(tool, step, input);
    }

    private static List<String> tclWords(Tool tool, String script) {
        String program = tool.executable().toString();
        return tool.kind() == ToolKind.VITIS_UNIFIED
                ? List.of(program, "--mode", "hls", "--tcl", script)
                : List.of(program, "-f", script);
    }

    private static List<String> configWords(Tool tool, SynthesisStep step, String config) {
        List<String> words = new ArrayList<>();
        if (step == SynthesisStep.CSYNTH) {
            words.addAll(List.of(tool.compiler().orElseThrow().toString(), "-c", "--mode", "hls"));
        } else {
            words.addAll(List.of(tool.executable().toString(), "--mode", "hls", option(step)));
        }
        words.addAll(List.of("--config", config, "--work_dir", RunFolder.COMPONENT));
        return words;
    }

    private static String option(SynthesisStep step) {
        return switch (step) {
            case CSIM -> "--csim";
            case COSIM -> "--cosim";
            case EXPORT -> "--package";
            case CSYNTH -> throw new IllegalArgumentException("vitis-run has no --csynth: v++ -c synthesizes");
        };
    }
}
