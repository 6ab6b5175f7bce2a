/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationChoiceTest {
    @TempDir
    Path root;

    private ToolGeneration resolve(String setting) throws IOException {
        ToolRequest request = new ToolRequest(Optional.of(root), Optional.empty(), Optional.empty(), Map.of());
        return read(setting).resolve(() -> new ToolFinder(new ProcessRunner()).find(request));
    }

    private static GenerationChoice read(String setting) {
        return Choices.read(Settings.TOOL_GENERATION, setting, "generation", GenerationChoice.class);
    }

    private void install(String program) throws IOException {
        Path file = root.resolve(program);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @CsvSource({
        "Vivado/2019.2/bin/vivado_hls, VIVADO_HLS",
        "Vitis_HLS/2020.2/bin/vitis_hls, VITIS_BARE",
        "Vitis_HLS/2021.1/bin/vitis_hls, VITIS_KEYED",
        "2025.1/Vitis/bin/vitis-run, VITIS_KEYED"
    })
    void theToolThatIsFoundDecides(String program, ToolGeneration expected) throws Exception {
        install(program);

        assertThat(resolve("auto")).isEqualTo(expected);
    }

    @Test
    void withoutAToolTheProjectIsForTodaysTools() throws Exception {
        assertThat(resolve("auto")).isEqualTo(ToolGeneration.VITIS_KEYED);
    }

    @ParameterizedTest
    @CsvSource({"vivado_hls, VIVADO_HLS", "vitis-2020.2, VITIS_BARE", "vitis, VITIS_KEYED"})
    void aFixedGenerationDependsOnNothing(String setting, ToolGeneration expected) throws Exception {
        install("Vitis_HLS/2020.2/bin/vitis_hls");

        assertThat(resolve(setting)).isEqualTo(expected);
    }

    @Test
    void refusesAGenerationThatIsNone() {
        assertThatThrownBy(() -> read("2023.1"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        "<toolGeneration> (-Dmnist-hls.toolGeneration)",
                        "2023.1",
                        "Choose auto, vivado_hls (up to 2020.1), vitis-2020.2 or vitis (from 2021.1 on).");
    }
}
