/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.amd.dialect.AmdDialect;
import io.github.mnisthls.amd.dialect.FlowTarget;
import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.GenerationChoice;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.toolchain.HlsTool;
import io.github.mnisthls.toolchain.Installation;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmdToolchainTest {
    private static final String MODE = "<csynth> (-Dmnist-hls.csynth)";

    @TempDir
    Path root;

    private AmdToolchain toolchain(GenerationChoice choice) {
        return new AmdToolchain(
                new ToolRequest(Optional.of(root), Optional.empty(), Optional.empty(), Map.of()), choice);
    }

    private void install(String program) throws IOException {
        Path file = root.resolve(program);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static HlsTool tool(AmdToolchain toolchain) throws IOException {
        return ((Installation.Found) toolchain.find()).tool();
    }

    @Test
    void modesDecideWhatAMissingToolMeans() throws Exception {
        Installation.Missing missing =
                (Installation.Missing) toolchain(GenerationChoice.AUTO).find();

        SynthesisOutcome auto = missing.outcome(SynthesisStep.CSYNTH, StepMode.AUTO);
        SynthesisOutcome required = missing.outcome(SynthesisStep.CSYNTH, StepMode.REQUIRED);

        assertThat(auto).isInstanceOf(SynthesisOutcome.Skipped.class);
        assertThat(auto.describe())
                .contains("C synthesis skipped: no AMD HLS tool found", "<toolPath>")
                .doesNotContain("\n");
        assertThat(required).isInstanceOf(SynthesisOutcome.Failed.class);
        assertThat(required.describe()).contains(MODE + " is required", "Install Vitis");
    }

    @Test
    void whatIsGeneratedSuitsTheToolThatIsFound() throws Exception {
        install("Vitis_HLS/2020.2/bin/vitis_hls");
        AmdToolchain toolchain = toolchain(GenerationChoice.AUTO);

        assertThat(toolchain.dialect(AmdExportFormat.XO))
                .isEqualTo(new AmdDialect(ToolGeneration.VITIS_BARE, FlowTarget.VITIS));
        assertThat(tool(toolchain).warning()).isEmpty();
        assertThat(tool(toolchain).identity()).isEqualTo(Map.of("tool", "vitis_hls 2020.2", "flow", "TCL"));
    }

    @Test
    void warnsOfAToolThatIsOlderThanWhatIsGenerated() throws Exception {
        install("Vitis_HLS/2020.2/bin/vitis_hls");

        assertThat(tool(toolchain(GenerationChoice.VITIS)).warning())
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("vitis_hls 2020.2 may refuse", "Vitis HLS 2021.1 and later", "<toolGeneration>"));
        assertThat(tool(toolchain(GenerationChoice.VIVADO_HLS)).warning()).isEmpty();
    }

    @Test
    void searchesOnce() throws Exception {
        AmdToolchain toolchain = toolchain(GenerationChoice.AUTO);
        assertThat(toolchain.find()).isInstanceOf(Installation.Missing.class);
        install("Vitis_HLS/2020.2/bin/vitis_hls");

        assertThat(toolchain.find()).isInstanceOf(Installation.Missing.class);
        assertThat(toolchain.dialect(AmdExportFormat.IP_CATALOG).generation()).isEqualTo(ToolGeneration.VITIS_KEYED);
    }
}
