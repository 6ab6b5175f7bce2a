/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.network.InvalidSettingException;
import io.github.mnisthls.pipeline.CsimSettings;
import io.github.mnisthls.pipeline.ToolSettings;
import io.github.mnisthls.synthesis.ExportFormat;
import io.github.mnisthls.synthesis.StepMode;
import io.github.mnisthls.synthesis.SynthesisStep;
import io.github.mnisthls.synthesis.ToolRequest;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that simulate the generated project or run the AMD tools on it. */
abstract class SimulationParameters extends HardwareParameters {
    /**
     * The C++ compiler for C simulation; default: the variable {@code CXX}, {@code g++}, {@code clang++}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.cxx")
    private String cxx;

    /**
     * Compiler flags after the project's own.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.cxxFlags")
    private List<String> cxxFlags;

    /**
     * Seconds that compiling, and simulating, may take.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.csim.timeout", defaultValue = "600")
    private int csimTimeout;

    /**
     * Skips C simulation. So do {@code skipTests} and {@code maven.test.skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.csim.skip", defaultValue = "false")
    private boolean csimSkip;

    /**
     * What simulates: {@code host} (the C++ compiler) or {@code vitis} (the AMD tool).
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.csim.tool", defaultValue = "host")
    private String csimTool;

    /**
     * An AMD tool: its executable, its {@code settings64.sh}, or its installation folder. Default: {@code XILINX_HLS},
     * {@code XILINX_VITIS}, {@code PATH}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.toolPath")
    private File toolPath;

    /**
     * The release of the AMD tool that must be found, such as 2023.2; any by default.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.toolVersion")
    private String toolVersion;

    /**
     * How the AMD tool is driven: {@code tcl}, {@code config}, or {@code auto} (by its version).
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.toolFlow", defaultValue = "auto")
    private String toolFlow;

    /**
     * Words before the AMD tool's command, such as {@code srun --mem=32G} or {@code nice}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.launcher")
    private String launcher;

    /**
     * Minutes that one run of an AMD tool may take; 0 is no limit.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.toolTimeout", defaultValue = "0")
    private int toolTimeout;

    /**
     * Virtual memory in MiB that each process of an AMD tool may ask for; 0 is no limit.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.toolMemory", defaultValue = "0")
    private long toolMemory;

    /**
     * C synthesis: {@code auto} (run if a tool is found), {@code required} or {@code skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.csynth", defaultValue = "auto")
    private String csynth;

    /**
     * C/RTL co-simulation: {@code auto}, {@code required} or {@code skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.cosim", defaultValue = "auto")
    private String cosim;

    /**
     * Export of the IP: {@code auto}, {@code required} or {@code skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.export", defaultValue = "auto")
    private String export;

    /**
     * What export makes: {@code ip_catalog} or {@code xo}.
     *
     * @since 1.0.0
     */
    @Parameter(property = "mnist-hls.exportFormat", defaultValue = "ip_catalog")
    private String exportFormat;

    @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
    private boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean mavenTestSkip;

    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false", readonly = true)
    private boolean testFailureIgnore;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    CsimSettings csimSettings() {
        return new CsimSettings(
                Optional.ofNullable(cxx),
                cxxFlags == null ? List.of() : cxxFlags,
                Duration.ofSeconds(csimTimeout),
                System.getenv());
    }

    /** The property that skips C simulation, if one does. */
    Optional<String> csimSkippedBy() {
        if (csimSkip) {
            return Optional.of("mnist-hls.csim.skip");
        }
        if (skipTests) {
            return Optional.of("skipTests");
        }
        return mavenTestSkip ? Optional.of("maven.test.skip") : Optional.empty();
    }

    boolean ignoresTestFailures() {
        return testFailureIgnore;
    }

    boolean simulatesOnHost() {
        return switch (csimTool) {
            case "host" -> true;
            case "vitis" -> false;
            default ->
                throw new InvalidSettingException(
                        "<csimTool> (-Dmnist-hls.csim.tool)",
                        csimTool,
                        "there is no such simulator",
                        "Choose host (the C++ compiler) or vitis (the AMD tool).");
        };
    }

    ToolSettings toolSettings() {
        return new ToolSettings(
                new ToolRequest(
                        Optional.ofNullable(toolPath).map(File::toPath),
                        Optional.ofNullable(toolVersion).map(ToolRequest::parseVersion),
                        ToolRequest.parseFlow(toolFlow),
                        System.getenv()),
                Map.of(
                        SynthesisStep.CSIM, StepMode.REQUIRED,
                        SynthesisStep.CSYNTH, StepMode.parse("<csynth> (-Dmnist-hls.csynth)", csynth),
                        SynthesisStep.COSIM, StepMode.parse("<cosim> (-Dmnist-hls.cosim)", cosim),
                        SynthesisStep.EXPORT, StepMode.parse("<export> (-Dmnist-hls.export)", export)),
                ExportFormat.parse("<exportFormat> (-Dmnist-hls.exportFormat)", exportFormat),
                launcher == null
                        ? List.of()
                        : BLANKS.splitAsStream(launcher.strip()).toList(),
                toolTimeout == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(toolTimeout)),
                toolMemory == 0 ? OptionalLong.empty() : OptionalLong.of(toolMemory));
    }
}
