/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.toolchain.CosimReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as in public repositories: conv2d_test (2019.2, 8 cells) and hls_cnn (2023.2, 9 cells). */
class CosimReaderTest {
    @TempDir
    Path folder;

    private static CosimReport read(String name) throws Exception {
        return CosimReader.read(Path.of(CosimReaderTest.class
                .getResource("reports/sim/report/" + name + "_cosim.rpt")
                .toURI()));
    }

    @Test
    void readsEightCells() throws Exception {
        CosimReport report = read("pass8");

        assertThat(report.language()).isEqualTo("Verilog");
        assertThat(report.passed()).isTrue();
        assertThat(report.maxLatency()).hasValue(965);
        assertThat(report.maxInterval()).isEmpty();
        assertThat(report.summary()).isEqualTo("passed (Verilog), latency 965 cycles, interval not measured");
    }

    @Test
    void readsNineCells() throws Exception {
        CosimReport report = read("pass9");

        assertThat(report.minLatency()).hasValue(40774);
        assertThat(report.totalCycles()).hasValue(40774);
    }

    @Test
    void readsAFailure() throws Exception {
        assertThat(read("fail9").passed()).isFalse();
    }

    @Test
    void takesFromTheFileBesideWhatTheTableDoesNotSay() throws Exception {
        CosimReport report = read("latency_elsewhere");

        assertThat(report.minLatency()).hasValue(5);
        assertThat(report.avgLatency()).hasValue(7);
        assertThat(report.maxLatency()).hasValue(9);
        assertThat(report.totalCycles()).hasValue(44);
        assertThat(report.maxInterval())
                .as("throughput 0 means a single transaction")
                .isEmpty();
    }

    @Test
    void refusesATableWithoutASimulatedLanguage() throws Exception {
        Path file = Files.writeString(folder.resolve("x_cosim.rpt"), "|  Verilog| NA| NA| NA| NA| NA| NA| NA|\n");

        assertThatThrownBy(() -> CosimReader.read(file)).hasMessageContaining("no language was simulated");
    }
}
