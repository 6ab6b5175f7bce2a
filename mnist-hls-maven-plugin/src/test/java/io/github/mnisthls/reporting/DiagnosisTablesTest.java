/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told follows from what was found. */
class DiagnosisTablesTest {
    @Test
    void theLayerToBlameAndWhatMendsIt() {
        assertThat(DiagnosisTables.sentences(SampleDiagnoses.of(List.of("conv1", "dense1"))))
                .containsExactly(
                        "The network recognizes 99.00 % of 1,000 training images in float32, and 97.58 % in"
                                + " ap_fixed<8,2>.",
                        "Likely, values saturate: 12.0 % of the results of 'conv1' are outside the range of their"
                                + " type. Give them more integer bits. Tried: 98.95 % instead of 97.58 %.",
                        "'conv1' is to blame: with conv1 = auto:10 the loss falls from 1.42 to 0.05 points. In the POM:"
                                + " <precision>conv1 = auto:10; * = ap_fixed&lt;8,2></precision>");
    }

    @Test
    void whatIsWellIsCalledSo() {
        assertThat(DiagnosisTables.sentences(SampleDiagnoses.well()))
                .last()
                .asString()
                .contains("Nothing is wrong");
        assertThat(DiagnosisTables.sentences(SampleDiagnoses.impossible()))
                .first()
                .asString()
                .contains("cannot be quantized to auto:1");
    }

    @Test
    void aRowForEachLayer() {
        assertThat(ConsoleTable.lines(DiagnosisTables.layers(SampleDiagnoses.of(List.of("conv1", "dense1")))))
                .hasSize(5)
                .anySatisfy(
                        line -> assertThat(line).startsWith("conv1").contains("31.4", "12.00 %", "5 of 8", "97.00 %"));
        assertThat(DiagnosisTables.csv(SampleDiagnoses.of(List.of("conv1"))))
                .endsWith("\nconv1,31.4,,0.12,0.003,1,0,6,8,5,0.01,0.98,0.97\n");
    }
}
