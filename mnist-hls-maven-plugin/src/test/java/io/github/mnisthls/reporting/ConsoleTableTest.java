/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ConsoleTableTest {
    @Test
    void alignsNumbersRightAndWordsLeft() {
        Table table = Table.builder("Sizes", "name", "#bits", "kept in")
                .row("a", "8", "registers")
                .row("longer", "1,024", "BRAM")
                .build();

        assertThat(ConsoleTable.lines(table))
                .containsExactly(
                        "Sizes",
                        "name     bits  kept in",
                        "------  -----  ---------",
                        "a           8  registers",
                        "longer  1,024  BRAM");
    }

    @Test
    void isPlainAsciiWhateverTheCellsHold() {
        Table table = Table.builder("T\u00e4ble\n", "n").row("\u6570\u0007").build();

        assertThat(ConsoleTable.lines(table)).containsExactly("T?ble?", "n", "--", "??");
    }

    @Test
    void refusesRowsThatDoNotFit() {
        assertThatThrownBy(() -> Table.builder("T", "a").row("1", "2").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'T' has 1 columns, but a row of 2 cells");
    }

    @Test
    void ledgerShowsWhatWasMeasuredAndNothingElse() {
        assertThat(AccuracyLedger.of(SampleReports.full().metrics()).lines())
                .containsExactly(
                        "Accuracy on the test set",
                        "stage      accuracy  images  wrong  points",
                        "---------  --------  ------  -----  ------",
                        "float32     99.31 %  10,000     69",
                        "folded      99.31 %  10,000     69    0.00",
                        "quantized   99.30 %  10,000     70   -0.01",
                        "csim        99.30 %  10,000     70   -0.01",
                        "cosim      100.00 %       3      0",
                        "7 test images have a different class in the quantized network than in float32, right or"
                                + " wrong.",
                        "100,000 logits compared with the emulator's, 0 differing (g++ 12.2.0).");
        assertThat(AccuracyLedger.of(SampleReports.minimal().metrics()).lines())
                .containsExactly(
                        "Accuracy on the test set",
                        "stage      accuracy  images  wrong  points",
                        "---------  --------  ------  -----  ------",
                        "float32     99.31 %",
                        "folded      99.31 %                   0.00",
                        "quantized   99.30 %                  -0.01");
    }

    @Test
    void ledgerComparesOnlyStagesThatSawTheSameNumberOfImages() {
        Metrics.AccuracyMetrics accuracy = new Metrics.AccuracyMetrics(
                OptionalDouble.of(0.98),
                OptionalDouble.empty(),
                OptionalDouble.of(0.97),
                OptionalDouble.of(1.0),
                OptionalDouble.of(1.0),
                OptionalInt.empty());
        Metrics metrics = new Metrics(
                Metrics.SCHEMA,
                Optional.of(new Metrics.NetworkMetrics("n", 1, 1, "ap_fixed<16,8>")),
                Optional.ofNullable(accuracy),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Metrics.EmulatorMetrics(10_000, 1)),
                Optional.of(new Metrics.CsimMetrics("g++", 20, 200, 3, OptionalDouble.of(1.0), OptionalDouble.of(1.0))),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Metrics.CosimMetrics(
                        "vitis_hls", "2023.1", 3, OptionalLong.of(1600), OptionalLong.of(1500))),
                Optional.empty());

        List<List<String>> rows = AccuracyLedger.of(metrics).table().rows().stream()
                .map(Table.Row::cells)
                .toList();

        assertThat(rows)
                .containsExactly(
                        List.of("float32", "98.00 %", "10,000", "200", ""),
                        List.of("quantized", "97.00 %", "10,000", "300", "-1.00"),
                        List.of("csim", "100.00 %", "20", "0", ""),
                        List.of("cosim", "100.00 %", "3", "0", ""));
        assertThat(AccuracyLedger.of(metrics).logits())
                .isEqualTo("200 logits compared with the emulator's, 3 differing (g++).");
    }

    @Test
    void planIsATableAndASentence() {
        assertThat(PlanTable.of(
                                SampleReports.full().metrics().hardware().orElseThrow(),
                                271_920,
                                Map.of("conv2", "2 BRAM18"),
                                Map.of())
                        .lines())
                .containsExactly(
                        "Plan for xc7z020clg400-1 at 10 ns (estimates)",
                        "layer   PE  SIMD  cycles   busy  multipliers  weight bits  accumulator bits  memory",
                        "------  --  ----  ------  -----  -----------  -----------  ----------------  --------",
                        "conv1    6    10   1,440   94 %           60           16                25",
                        "pool1    6     1     576   38 %            0            0                16",
                        "conv2    8    13   1,536  100 %          104           16                28  2 BRAM18",
                        "pool2   16     1      64    4 %            0            0                16",
                        "dense1   4     5   1,536  100 %           20           16                29",
                        "dense2   1     1   1,200   78 %            1           16                27",
                        "An image every 1,536 cycles (65,104 images/s), its result after 4,211 cycles; 185 multipliers,"
                                + " 95.7 % of their roofline.");
    }

    @Test
    void namesOfTheModelsFileStandBesideTheLayers() {
        assertThat(PlanTable.of(
                                SampleReports.full().metrics().hardware().orElseThrow(),
                                271_920,
                                Map.of(),
                                Map.of("conv2", "conv-2 (Conv2D)"))
                        .lines())
                .anyMatch(line -> line.endsWith("in the model's file"))
                .anyMatch(line -> line.startsWith("conv2 ") && line.endsWith("conv-2 (Conv2D)"));
    }

    @Test
    void aPlanWithoutMultipliersWastesNone() {
        Metrics.HardwareMetrics plan =
                new Metrics.HardwareMetrics("xc7z020clg400-1", 4.5, 100, 200, 0, Optional.empty(), List.of());

        assertThat(PlanTable.of(plan, 0, Map.of(), Map.of()).summary())
                .endsWith("0 multipliers, 100.0 % of their roofline.");
    }

    @Test
    void multipliersHaveNoRooflineBesideAdders() {
        Metrics.LayerMetrics adders = new Metrics.LayerMetrics("conv1", 6, 25, 785, 0, 4, 10);
        Metrics.LayerMetrics products = new Metrics.LayerMetrics("dense1", 5, 8, 768, 40, 4, 14);
        Metrics.HardwareMetrics plan = new Metrics.HardwareMetrics(
                "xc7z020clg400-1", 10, 790, 1620, 40, Optional.empty(), List.of(adders, products));

        assertThat(PlanTable.of(plan, 271_920, Map.of(), Map.of()).summary())
                .endsWith("40 multipliers, other products as adders.");
    }

    @Test
    void whatProductsAreMadeOfIsTold() {
        Metrics.LayerMetrics adders = new Metrics.LayerMetrics(
                "conv1",
                6,
                25,
                82,
                0,
                4,
                10,
                Optional.of("adders"),
                OptionalInt.of(8),
                Optional.of("fewest lookup tables in all; instead, in 103 cycles: dsp is too slow"));
        Metrics.LayerMetrics pool = new Metrics.LayerMetrics("pool1", 48, 48, 72, 0, 0, 4);
        Metrics.HardwareMetrics plan = new Metrics.HardwareMetrics(
                "xc7z020clg400-1", 10, 103, 332, 0, Optional.empty(), List.of(adders, pool));

        assertThat(PlanTable.of(plan, 271_920, Map.of(), Map.of()).lines())
                .contains(
                        "What products are made of",
                        "layer  products  because",
                        "conv1  adders    fewest lookup tables in all; instead, in 103 cycles: dsp is too slow");
    }
}
