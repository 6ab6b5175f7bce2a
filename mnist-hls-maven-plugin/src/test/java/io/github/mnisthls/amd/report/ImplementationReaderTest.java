/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.toolchain.ImplementationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Element names: embedded_nn (2018.2) and public scripts that read {@code export_impl.xml} of Vitis. */
class ImplementationReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsAnExportOfVivadoHls() throws Exception {
        Path file = Path.of(ImplementationReaderTest.class
                .getResource("reports/lenet_export.xml")
                .toURI());

        ImplementationReport report = ImplementationReader.read(file);

        assertThat(report.stage()).isEqualTo("impl");
        assertThat(report.used().lut()).hasValue(4272);
        assertThat(report.used().dsp()).hasValue(15);
        assertThat(report.used().bram18()).hasValue(224);
        assertThat(report.slices()).hasValue(1893);
        assertThat(report.shiftRegisters()).hasValue(58);
        assertThat(report.achievedClockPeriodNs()).hasValue(9.413);
    }

    @Test
    void readsTheNewerNames() throws Exception {
        Path file = Files.writeString(
                folder.resolve("export_syn.xml"),
                "<profile><AreaReport><Resources><CLB>77</CLB><LUT>5</LUT></Resources></AreaReport></profile>");

        ImplementationReport report = ImplementationReader.read(file);

        assertThat(report.stage()).isEqualTo("syn");
        assertThat(report.slices()).hasValue(77);
        assertThat(report.achievedClockPeriodNs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "synapse_export.xml, '', impl",
        "synapse_export.xml, impl, impl",
        "net_export.xml, syn, syn",
        "export_impl.xml, vivado_syn, syn",
        "export_syn.xml, '', syn"
    })
    void theStageIsAsTheFileSaysElseAsItIsCalled(String name, String runType, String stage) throws Exception {
        Path file = Files.writeString(
                folder.resolve(name),
                "<profile><RunData><RUN_TYPE>" + runType
                        + "</RUN_TYPE></RunData><AreaReport><Resources><LUT>5</LUT></Resources></AreaReport></profile>");

        assertThat(ImplementationReader.read(file).stage()).isEqualTo(stage);
    }

    @Test
    void refusesAFileWithoutArea() throws Exception {
        Path file = Files.writeString(folder.resolve("export_impl.xml"), "<profile/>");

        assertThatThrownBy(() -> ImplementationReader.read(file)).hasMessageContaining("<AreaReport> is missing");
    }
}
