/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import io.github.mnisthls.amd.dialect.ToolGeneration;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * A tool that was found.
 *
 * @param kind           its generation
 * @param executable     {@code vivado_hls}, {@code vitis_hls} or {@code vitis-run}
 * @param compiler       {@code v++}, where the generation has it and it was found beside the executable
 * @param version        its release
 * @param versionSource  where the version comes from, as the end of a sentence
 * @param settingsScript {@code settings64.sh} to source before the tool starts
 * @param flow           how it will be driven
 * @param foundBy        where it was found, as the end of a sentence
 */
public record Tool(
        ToolKind kind,
        Path executable,
        Optional<Path> compiler,
        ToolVersion version,
        String versionSource,
        Optional<Path> settingsScript,
        Flow flow,
        String foundBy) {
    public Tool {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(settingsScript, "settingsScript");
        Objects.requireNonNull(flow, "flow");
        if (flow == Flow.CONFIG && compiler.isEmpty()) {
            throw new IllegalArgumentException("the flow with hls_config.cfg needs v++");
        }
    }

    static Path rootOf(Path executable) {
        Path folder = executable.toAbsolutePath().getParent();
        Path parent = folder.getParent();
        return parent == null ? folder : parent;
    }

    /** The name of the folder below {@code synthesis/} that its runs own. */
    public String folderName() {
        return kind.program();
    }

    /** The pragmas that it understands. */
    public ToolGeneration generation() {
        if (kind == ToolKind.VIVADO_HLS) {
            return ToolGeneration.VIVADO_HLS;
        }
        return version.isAtLeast(ToolVersion.FIRST_KEYED_PRAGMAS)
                ? ToolGeneration.VITIS_KEYED
                : ToolGeneration.VITIS_BARE;
    }

    /** One line for the log: which tool won, and why. */
    public String describe() {
        String how = flow == Flow.TCL ? "driven by Tcl" : "driven by hls_config.cfg";
        String settings = settingsScript.map(file -> ", after " + file).orElse("");
        return kind.program() + " " + version + " (" + versionSource + "), " + executable + ", found by " + foundBy
                + "; " + how + settings;
    }
}
