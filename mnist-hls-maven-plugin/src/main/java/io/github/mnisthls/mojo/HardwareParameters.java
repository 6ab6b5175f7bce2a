/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.amd.AmdToolchain;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.FlowChoice;
import io.github.mnisthls.amd.tool.GenerationChoice;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.pipeline.BuildSettings;
import io.github.mnisthls.pipeline.GenerateSettings;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.Coordinates;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.rendering.ScriptOptions;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that need the generated project. */
abstract class HardwareParameters extends PlanParameters {
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
     * Prefix of the generated macros and file names, so that two networks can share one repository.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.PREFIX)
    private String prefix;

    /**
     * How many of the test images become golden vectors; 0 means all of them.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.GOLDEN_IMAGES, defaultValue = "0")
    private int goldenImages;

    /**
     * How many images co-simulation runs. Measuring the interval takes at least two.
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
     * The only release of the AMD tool to accept, such as 2023.2. By default, any release is accepted.
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
     * For which releases of the AMD tools the pragmas and compiler options are generated: {@code vivado_hls} (up to
     * 2020.1), {@code vitis-2020.2}, {@code vitis} (from 2021.1 on), or {@code auto}: the tool that is found, or {@code
     * vitis} if there is none.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TOOL_GENERATION, defaultValue = "auto")
    private String toolGeneration;

    /**
     * What export makes: {@code ip_catalog} or {@code xo}. With {@code xo}, the project is generated for the Vitis
     * kernel flow.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EXPORT_FORMAT, defaultValue = "ip_catalog")
    private String exportFormat;

    /**
     * A folder that gets an extra copy of the generated project, for example inside a hand-written project. The
     * original stays in the work folder, where all goals use it. Files in this folder that the plugin did not write, or
     * that were edited, are never touched.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.OUTPUT_DIRECTORY)
    private File outputDirectory;

    /**
     * Whether the copy in {@code outputDirectory} also has the golden vectors: 8.6 MB with all of the test images of MNIST.
     * If not, they stay in the work folder, and the scripts in the copy refer to them there.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.COPY_GOLDEN, defaultValue = "true")
    private boolean copyGolden;

    /**
     * Discards edits of generated files in {@code outputDirectory}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.OVERWRITE_EDITED, defaultValue = "false")
    private boolean overwriteEdited;

    /**
     * A folder with templates that replace those of the same name in the plugin.
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
        DesignNames names = new DesignNames(topName, namespace, prefix == null ? "" : prefix);
        return new GenerateSettings(
                hardwareRequest(),
                kind,
                controlProtocol(kind),
                names,
                scriptOptions(names),
                goldenImages,
                Optional.ofNullable(outputDirectory).map(File::toPath),
                overwriteEdited,
                Optional.ofNullable(templateDirectory).map(File::toPath));
    }

    private ScriptOptions scriptOptions(DesignNames names) throws IOException {
        return new ScriptOptions(
                toolchain().dialect(exportFormat()),
                cosimImages,
                new Coordinates(
                        project().getGroupId(),
                        project().getArtifactId(),
                        project().getVersion()),
                Optional.ofNullable(outputDirectory)
                        .filter(folder -> !copyGolden)
                        .map(folder -> workFolder().goldenSeenFrom(folder.toPath(), names)));
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
