/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolVersionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "****** Vitis HLS - High-Level Synthesis from C, C++ and OpenCL v2024.2 (64-bit) | 2024.2",
                "****** Vivado(TM) HLS - High-Level Synthesis from C, C++ and SystemC v2019.2 (64-bit) | 2019.2",
                "2023.1 | 2023.1",
                "v2025.2.1 | 2025.2.1",
                "2023.1-double | 2023.1-double"
            })
    void findsTheNumberInBannersAndReports(String text, String version) {
        assertThat(ToolVersion.find(text)).map(ToolVersion::text).contains(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v12.3", "1.2020.1", "20231", "2023", "bin"})
    void findsNothingElse(String text) {
        assertThat(ToolVersion.find(text)).isEmpty();
    }

    @Test
    void ordersByRelease() {
        assertThat(ToolVersion.of(2023, 2).isAtLeast(ToolVersion.of(2023, 2))).isTrue();
        assertThat(ToolVersion.of(2023, 2).isAtLeast(ToolVersion.of(2024, 1))).isFalse();
        assertThat(ToolVersion.find("2025.2.1").orElseThrow().isSameRelease(ToolVersion.of(2025, 2)))
                .isTrue();
    }

    @Test
    void knowsADoubleByItsName() {
        assertThat(ToolVersion.find("2023.1-double").orElseThrow().isDouble()).isTrue();
        assertThat(ToolVersion.of(2023, 1).isDouble()).isFalse();
    }
}
