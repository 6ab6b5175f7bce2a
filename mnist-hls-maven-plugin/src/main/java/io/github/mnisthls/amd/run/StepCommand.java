/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.amd.tool.Flow;
import io.github.mnisthls.amd.tool.Tool;
import io.github.mnisthls.amd.tool.ToolKind;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the three generations. */
final class StepCommand {
    private StepCommand() {}

    /**
     * One step's program and arguments, to be run in the copy of the generated project.
     *
     * @param input the Tcl script or the configuration file of the step
     */
    static List<String> of(Tool tool, SynthesisStep step, String input) {
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
