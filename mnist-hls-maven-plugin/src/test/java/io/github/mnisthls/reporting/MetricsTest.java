/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that other tools read: its bytes are an interface. */
class MetricsTest {
    @TempDir
    Path folder;

    private static String expected(String name) throws IOException {
        return new String(MetricsTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void everythingIsWrittenUnderItsName() throws IOException {
        assertThat(Json.write(SampleReports.full().metrics())).isEqualTo(expected("metrics-full.json"));
    }

    @Test
    void whatWasNotMeasuredIsAbsent() throws IOException {
        assertThat(Json.write(SampleReports.minimal().metrics())).isEqualTo(expected("metrics-minimal.json"));
    }

    @Test
    void comesBackUnchanged() throws IOException {
        Path file = folder.resolve("metrics.json");
        for (ReportData report : new ReportData[] {SampleReports.full(), SampleReports.minimal()}) {
            Files.writeString(file, Json.write(report.metrics()));

            assertThat(Json.read(file, Metrics.class)).isEqualTo(report.metrics());
        }
    }
}
