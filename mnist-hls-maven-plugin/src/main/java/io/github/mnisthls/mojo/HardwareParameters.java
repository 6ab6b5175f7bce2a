/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.amd.AmdToolchain;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.FlowChoice;
import io.github.mnisthls.amd.tool.GenerationChoice;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.pipeline.BuildSettings;
import io.github.mnisthls.pipeline.GenerateSettings;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.rendering.ScriptOptions;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that need the generated project. */
abstract class HardwareParameters extends PrecisionParameters {
    /**
     * The FPGA, as the tools spell it, as an ordering code, or the name of a board such as {@code pynq-z2}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PART, defaultValue = "xc7z020clg400-1")
    private String part;

    /**
     * What the part has, where this plugin does not know it or only a share is free: {@code <lut>}, {@code <ff>},
     * {@code <dsp>}, {@code <bram18>}, {@code <uram>}.
     *
     * @since 1.0.0
     */
    @Parameter
    private ResourceElements resources;

    /**
     * Clock period that synthesis aims for, in nanoseconds. Raise it if timing is not met.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CLOCK_PERIOD_NS, defaultValue = "10")
    private double clockPeriodNs;

    /**
     * Plan the cheapest design that computes at least so many images per second. At most one of the three targets may
     * be given; without one the fastest design that fits the part is planned.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TARGET_IMAGES_PER_SECOND)
    private Double targetImagesPerSecond;

    /**
     * Plan the fastest design with at most so many products per cycle.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAX_MULTIPLIERS)
    private Integer maxMultipliers;

    /**
     * Plan the cheapest design whose latency for one image is at most so many cycles.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MAX_LATENCY_CYCLES)
    private Long maxLatencyCycles;

    /**
     * Foldings that are not left to the planner: one {@code <folding>} for each layer, with {@code <layer>}, {@code
     * <pe>} (outputs in parallel) and {@code <simd>} (inputs in parallel).
     *
     * @since 1.0.0
     */
    @Parameter
    private List<FoldingElement> foldings;

    /**
     * Ports of the top function: {@code axis} (AXI4-Stream), {@code m_axi}, or {@code array} (plain arrays, {@code
     * ap_memory}).
     *
     * @since 1.0.0
     */
    @Parameter(name = "interface", property = PropertyNames.INTERFACE, defaultValue = "axis")
    private String interfaceKind;

    /**
     * Block-level control of the top function: {@code ap_ctrl_none} (the default for {@code axis}), {@code ap_ctrl_hs}
     * (the default for {@code array}) or {@code s_axilite} (the default for {@code m_axi}).
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.CONTROL)
    private String control;

    /**
     * Name of the top function.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOP_NAME, defaultValue = "cnn")
    private String topName;

    /**
     * C++ namespace of the generated code.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.NAMESPACE, defaultValue = "cnn_net")
    private String namespace;

    /**
     * Prefix of the generated macros and file names, so that two networks fit into one repository.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PREFIX)
    private String prefix;

    /**
     * How many of the test images are golden vectors; 0 is all of them.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.GOLDEN_IMAGES, defaultValue = "0")
    private int goldenImages;

    /**
     * How many images co-simulation runs; the interval can be measured from two on.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.COSIM_IMAGES, defaultValue = "3")
    private int cosimImages;

    /**
     * An AMD tool: its executable, its {@code settings64.sh}, or its installation folder. Default: {@code XILINX_HLS},
     * {@code XILINX_VITIS}, {@code PATH}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOOL_PATH)
    private File toolPath;

    /**
     * The release of the AMD tool that must be found, such as 2023.2; any by default.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOOL_VERSION)
    private String toolVersion;

    /**
     * How the AMD tool is driven: {@code tcl}, {@code config}, or {@code auto} (by its version).
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOOL_FLOW, defaultValue = "auto")
    private String toolFlow;

    /**
     * The releases of the AMD tools that the pragmas and compiler options are for: {@code vivado_hls} (up to 2020.1),
     * {@code vitis-2020.2}, {@code vitis} (from 2021.1 on), or {@code auto}: the tool that is found, and {@code vitis}
     * without one.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOOL_GENERATION, defaultValue = "auto")
    private String toolGeneration;

    /**
     * What export makes: {@code ip_catalog}, or {@code xo}, for which the project is generated for the Vitis kernel flow.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPORT_FORMAT, defaultValue = "ip_catalog")
    private String exportFormat;

    /**
     * A folder that gets a copy of the generated project, say inside a hand-written tree. Files there that this plugin
     * did not write, or that were edited, are never touched.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.OUTPUT_DIRECTORY)
    private File outputDirectory;

    /**
     * Gives up edits that were made to generated files in {@code outputDirectory}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.OVERWRITE_EDITED, defaultValue = "false")
    private boolean overwriteEdited;

    /**
     * A folder with templates that take the place of those with the same name in the plugin.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TEMPLATE_DIRECTORY)
    private File templateDirectory;

    private AmdToolchain toolchain;

    /** {@code interface} is a word of Java, so that the field cannot be called so. */
    public void setInterface(String kind) {
        this.interfaceKind = kind;
    }

    private HardwareRequest hardwareRequest() {
        Map<String, Folding> byLayer = new LinkedHashMap<>();
        if (foldings != null) {
            foldings.forEach(element -> byLayer.put(element.layer(), element.folding()));
        }
        PartSetting setting = new PartSetting(part, resources);
        HardwareRequest request = new HardwareRequest(
                setting.part(),
                clockPeriodNs,
                targetImagesPerSecond == null ? OptionalDouble.empty() : OptionalDouble.of(targetImagesPerSecond),
                maxMultipliers == null ? OptionalInt.empty() : OptionalInt.of(maxMultipliers),
                maxLatencyCycles == null ? OptionalLong.empty() : OptionalLong.of(maxLatencyCycles),
                byLayer);
        setting.tell(request, getLog());
        return request;
    }

    final AmdExportFormat exportFormat() {
        return Choices.read(Settings.EXPORT_FORMAT, exportFormat, "format", AmdExportFormat.class);
    }

    /** The tools that this goal uses; the same ones whenever it asks. */
    final AmdToolchain toolchain() {
        if (toolchain == null) {
            toolchain = new AmdToolchain(
                    toolRequest(),
                    Choices.read(Settings.TOOL_GENERATION, toolGeneration, "generation", GenerationChoice.class));
        }
        return toolchain;
    }

    private ToolRequest toolRequest() {
        return new ToolRequest(
                Optional.ofNullable(toolPath).map(File::toPath),
                Optional.ofNullable(toolVersion).map(ToolRequest::parseVersion),
                Choices.read(Settings.TOOL_FLOW, toolFlow, "flow", FlowChoice.class)
                        .flow(),
                System.getenv());
    }

    BuildSettings buildSettings() throws IOException {
        return new BuildSettings(trainSettings(), precisionSettings(), generateSettings());
    }

    private GenerateSettings generateSettings() throws IOException {
        InterfaceKind kind = Choices.read(Settings.INTERFACE, interfaceKind, "interface", InterfaceKind.class);
        return new GenerateSettings(
                hardwareRequest(),
                kind,
                controlProtocol(kind),
                new DesignNames(topName, namespace, prefix == null ? "" : prefix),
                new ScriptOptions(toolchain().dialect(exportFormat()), cosimImages),
                goldenImages,
                Optional.ofNullable(outputDirectory).map(File::toPath),
                overwriteEdited,
                Optional.ofNullable(templateDirectory).map(File::toPath));
    }

    private ControlProtocol controlProtocol(InterfaceKind kind) {
        if (control != null) {
            return Choices.read(Settings.CONTROL, control, "block-level protocol", ControlProtocol.class);
        }
        return switch (kind) {
            case AXIS -> ControlProtocol.AP_CTRL_NONE;
            case M_AXI -> ControlProtocol.S_AXILITE;
            case ARRAY -> ControlProtocol.AP_CTRL_HS;
        };
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        generateSettings();
    }
}
