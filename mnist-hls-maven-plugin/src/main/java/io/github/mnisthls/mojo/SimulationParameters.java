/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.pipeline.CsimSettings;
import io.github.mnisthls.pipeline.StepName;
import io.github.mnisthls.pipeline.ToolSettings;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that simulate the generated project or run the AMD tools on it. */
abstract class SimulationParameters extends HardwareParameters {
    /**
     * The C++ compiler for C simulation. Other words may come before it and options after it; quotes keep words with
     * spaces together. Default: the variable {@code CXX}, {@code g++}, {@code clang++}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CXX)
    private String cxx;

    /**
     * Compiler flags after the project's own.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CXX_FLAGS)
    private List<String> cxxFlags;

    /**
     * How long compiling and simulating may each take: an ISO 8601 duration such as {@code PT10M}, or whole seconds.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CSIM_TIMEOUT, defaultValue = "PT10M")
    private String csimTimeout;

    /**
     * Skips C simulation. So do {@code skipTests} and {@code maven.test.skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CSIM_SKIP, defaultValue = "false")
    private boolean csimSkip;

    /**
     * What simulates: {@code host} (the C++ compiler) or {@code vitis} (the AMD tool).
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CSIM_TOOL, defaultValue = "host")
    private String csimTool;

    /**
     * C simulation by the AMD tool: {@code auto} (run if a tool is found), {@code required} or {@code skip}. With
     * {@code csimTool} {@code host}, the C++ compiler is always required, except with {@code skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CSIM, defaultValue = "auto")
    private String csim;

    /**
     * Words before the AMD tool's command, such as {@code srun --mem=32G} or {@code nice}; quotes keep words with
     * spaces together.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.LAUNCHER)
    private String launcher;

    /**
     * How long one run of an AMD tool may take: an ISO 8601 duration such as {@code PT4H}, or whole minutes; 0 means no
     * limit.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOOL_TIMEOUT, defaultValue = "0")
    private String toolTimeout;

    /**
     * Virtual memory in MiB that each process of an AMD tool may ask for; 0 means no limit.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOOL_MEMORY, defaultValue = "0")
    private long toolMemory;

    /**
     * C synthesis: {@code auto} (run if a tool is found), {@code required} or {@code skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CSYNTH, defaultValue = "auto")
    private String csynth;

    /**
     * C/RTL co-simulation: {@code auto}, {@code required} or {@code skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.COSIM, defaultValue = "auto")
    private String cosim;

    /**
     * Export of the IP: {@code auto}, {@code required} or {@code skip}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPORT, defaultValue = "auto")
    private String export;

    @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
    private boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    private boolean mavenTestSkip;

    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false", readonly = true)
    private boolean testFailureIgnore;

    CsimSettings csimSettings() {
        return new CsimSettings(
                CommandWords.of(Settings.CXX, cxx),
                // Maven makes null of an empty element, which adds no flag.
                cxxFlags == null
                        ? List.of()
                        : cxxFlags.stream().filter(Objects::nonNull).toList(),
                TimeLimit.read(Settings.CSIM_TIMEOUT, csimTimeout, ChronoUnit.SECONDS),
                System.getenv());
    }

    /** The property that skips C simulation, if one does. */
    Optional<String> csimSkippedBy() {
        if (csimSkip) {
            return Optional.of("mnist-hls.csim.skip");
        }
        if (csimMode() == StepMode.SKIP) {
            return Optional.of("mnist-hls.csim=skip");
        }
        if (skipTests) {
            return Optional.of("skipTests");
        }
        return mavenTestSkip ? Optional.of("maven.test.skip") : Optional.empty();
    }

    private StepMode csimMode() {
        return mode(Settings.CSIM, csim);
    }

    private static StepMode mode(Setting setting, String word) {
        return Choices.read(setting, word, "mode", StepMode.class);
    }

    boolean ignoresTestFailures() {
        return testFailureIgnore;
    }

    @Override
    final StepName simulation() {
        return simulatesOnHost() ? StepName.CSIM : StepName.CSIM_VENDOR;
    }

    final boolean simulatesOnHost() {
        return Choices.read(Settings.CSIM_TOOL, csimTool, "simulator", Simulator.class) == Simulator.HOST;
    }

    ToolSettings toolSettings() {
        return new ToolSettings(
                toolchain(),
                Map.of(
                        SynthesisStep.CSIM, csimMode(),
                        SynthesisStep.CSYNTH, mode(Settings.CSYNTH, csynth),
                        SynthesisStep.COSIM, mode(Settings.COSIM, cosim),
                        SynthesisStep.EXPORT, mode(Settings.EXPORT, export)),
                exportFormat(),
                CommandWords.of(Settings.LAUNCHER, launcher),
                Optional.of(TimeLimit.read(Settings.TOOL_TIMEOUT, toolTimeout, ChronoUnit.MINUTES))
                        .filter(limit -> !limit.isZero()),
                toolMemory == 0 ? OptionalLong.empty() : OptionalLong.of(toolMemory));
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        simulatesOnHost();
        csimSettings();
        toolSettings();
    }
}
