/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.files.Json;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.LoopReport;
import io.github.mnisthls.toolchain.SynthesisRemarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms and figures of the reports follow public repositories: EE_278 (2023.1), a dataflow LeNet (2018.3). */
class CsynthReaderTest {
    @TempDir
    Path folder;

    private static Path report(String name) throws Exception {
        return Path.of(CsynthReaderTest.class.getResource("reports/" + name).toURI());
    }

    @Test
    void readsVitisHls() throws Exception {
        CsynthReport report = CsynthReader.read(report("vitis_hls-2023.1.xml"));

        assertThat(report.version()).isEqualTo("2023.1");
        assertThat(report.part()).isEqualTo("xczu7ev-ffvf1517-3-e");
        assertThat(report.top()).isEqualTo("lenet_predict");
        assertThat(report.targetClockPeriodNs()).isEqualTo(10.0);
        assertThat(report.clockUncertaintyNs()).isEqualTo(2.7);
        assertThat(report.estimatedClockPeriodNs()).isEqualTo(7.3);
        assertThat(report.bestLatency()).hasValue(472233);
        assertThat(report.worstLatency()).hasValue(472233);
        assertThat(report.minInterval()).hasValue(472234);
        assertThat(report.maxInterval()).hasValue(472234);
        assertThat(report.used().bram18()).hasValue(67);
        assertThat(report.used().dsp()).hasValue(17);
        assertThat(report.used().ff()).hasValue(19415);
        assertThat(report.used().lut()).hasValue(20575);
        assertThat(report.used().uram()).hasValue(0);
        assertThat(report.available().dsp()).hasValue(1728);
        assertThat(report.meetsTiming()).isTrue();
        assertThat(report.summary())
                .isEqualTo("latency 472233 cycles, interval 472234 cycles, clock 7.30 ns (asked for 10.00), LUT 20575,"
                        + " FF 19415, DSP 17, BRAM18 67, URAM 0");
    }

    @Test
    void readsLoopsWithRangesAndDotsInTheirNames() throws Exception {
        CsynthReport report = CsynthReader.read(report("vitis_hls-2023.1.xml"));

        assertThat(report.loops()).extracting(LoopReport::name).containsExactly("VITIS_LOOP_1", "Loop1.1.1");
        assertThat(report.loops().get(0).latency()).hasValue(250);
        assertThat(report.loops().get(0).pipelineIi()).isEmpty();
        assertThat(report.loops().get(1).pipelineIi()).hasValue(2);
    }

    @Test
    void readsModulesWithTheirIntervalAndTheLoopsThatWereOutlinedIntoThem() throws Exception {
        CsynthReport report = CsynthReader.read(report("vitis_hls-2023.1.xml"));

        assertThat(report.modules()).singleElement().satisfies(module -> {
            assertThat(module.name()).isEqualTo("lenet_predict_Pipeline_ROWS");
            assertThat(module.latency()).hasValue(120);
            assertThat(module.interval()).hasValue(121);
            assertThat(module.estimatedClockPeriodNs()).hasValue(6.912);
            assertThat(module.used().dsp()).hasValue(5);
            assertThat(module.loops().get(0).pipelineIi()).hasValue(4);
        });
    }

    @Test
    void readsVivadoHlsWithItsOwnNames() throws Exception {
        CsynthReport report = CsynthReader.read(report("vivado_hls-2018.3.xml"));

        assertThat(report.pipelineType()).isEqualTo("dataflow");
        assertThat(report.worstLatency()).hasValue(1296402);
        assertThat(report.minInterval()).hasValue(1294547);
        assertThat(report.maxInterval()).hasValue(1296403);
        assertThat(report.used().dsp()).hasValue(32);
        assertThat(report.used().uram()).isEmpty();
        assertThat(report.modules()).isEmpty();
        assertThat(SynthesisRemarks.of(report, List.of()))
                .extracting(Diagnosis::problem)
                .containsExactly(
                        "the design needs 557 BRAM18, the part has 40",
                        "the design needs 122935 FF, the part has 16000",
                        "the design needs 32686 LUT, the part has 8000");
    }

    @Test
    void anUndefinedLatencyIsEmpty() throws Exception {
        String text = Files.readString(report("vitis_hls-2023.1.xml"))
                .replace("472233", "undef")
                .replace("472234", "?");

        CsynthReport report = CsynthReader.read(Files.writeString(folder.resolve("csynth.xml"), text));

        assertThat(report.worstLatency()).isEmpty();
        assertThat(report.maxInterval()).isEmpty();
        assertThat(report.summary()).startsWith("latency not known before run time, interval not known");
    }

    @Test
    void timingMayBeMissedWithoutAnError() throws Exception {
        String text = Files.readString(report("vitis_hls-2023.1.xml")).replace("7.300", "10.200");

        CsynthReport report = CsynthReader.read(Files.writeString(folder.resolve("csynth.xml"), text));

        assertThat(report.meetsTiming()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<profile>",
                "<other/>",
                "<profile/>",
                "<profile><PerformanceEstimates><SummaryOfOverallLatency/></PerformanceEstimates></profile>",
                "<!DOCTYPE profile [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><profile>&x;</profile>"
            })
    void refusesWhatIsNoReport(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("csynth.xml"), text);

        assertThatThrownBy(() -> CsynthReader.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("csynth.xml");
    }

    @Test
    void refusesEveryPrefixOfAReport() throws Exception {
        String text = Files.readString(report("vivado_hls-2018.3.xml")).strip();
        for (int length = 0; length < text.length(); length += 37) {
            Path file = Files.writeString(folder.resolve("csynth.xml"), text.substring(0, length));

            assertThatThrownBy(() -> CsynthReader.read(file)).isInstanceOf(UnreadableReportException.class);
        }
    }

    /** Later goals read it in this form. */
    @ParameterizedTest
    @ValueSource(strings = {"vitis_hls-2023.1.xml", "vivado_hls-2018.3.xml"})
    void aReportIsTheSameAfterJson(String name) throws Exception {
        CsynthReport report = CsynthReader.read(report(name));
        Path file = Files.writeString(folder.resolve("synthesis.json"), Json.write(report));

        assertThat(Json.read(file, CsynthReport.class)).isEqualTo(report);
    }
}
