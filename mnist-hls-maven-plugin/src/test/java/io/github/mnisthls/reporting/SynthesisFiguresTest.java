/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.reporting.Metrics.CosimMetrics;
import io.github.mnisthls.reporting.Metrics.ExportMetrics;
import io.github.mnisthls.reporting.Metrics.SynthesisMetrics;
import io.github.mnisthls.toolchain.CosimReport;
import io.github.mnisthls.toolchain.CsynthReport;
import io.github.mnisthls.toolchain.Diagnosis;
import io.github.mnisthls.toolchain.FailureCause;
import io.github.mnisthls.toolchain.ImplementationReport;
import io.github.mnisthls.toolchain.ReportedResources;
import io.github.mnisthls.toolchain.RunFacts;
import io.github.mnisthls.toolchain.SynthesisOutcome;
import io.github.mnisthls.toolchain.SynthesisStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SynthesisFiguresTest {
    private static final ReportedResources USED = new ReportedResources(
            OptionalLong.of(31),
            OptionalLong.of(170),
            OptionalLong.of(15_321),
            OptionalLong.of(20_123),
            OptionalLong.empty());
    private static final RunFacts RUN = new RunFacts(
            SynthesisStep.CSYNTH,
            "vitis_hls",
            "2023.1",
            Duration.ofSeconds(90),
            Path.of("csynth.log"),
            Path.of("rerun.sh"));

    private static SynthesisOutcome.Synthesized synthesized(OptionalLong latency) {
        CsynthReport report = new CsynthReport(
                "2023.1",
                "xc7z020clg400-1",
                "top",
                10,
                2.7,
                7.3,
                "dataflow",
                latency,
                latency,
                OptionalLong.of(1537),
                OptionalLong.of(1537),
                USED,
                USED,
                List.of(),
                List.of());
        return new SynthesisOutcome.Synthesized(RUN, report, Path.of("rtl"), Path.of("reports"), List.of());
    }

    @Test
    void whatTheToolDoesNotKnowIsAbsentFromTheMetrics() {
        assertThat(SynthesisFigures.metrics(synthesized(OptionalLong.empty())))
                .isEqualTo(new SynthesisMetrics(
                        "vitis_hls",
                        "2023.1",
                        OptionalDouble.of(7.3),
                        OptionalLong.empty(),
                        OptionalLong.of(1537),
                        OptionalLong.of(20_123),
                        OptionalLong.of(15_321),
                        OptionalLong.of(170),
                        OptionalLong.of(31),
                        OptionalLong.empty()));
    }

    @Test
    void coSimulationTellsWhatTheRtlTook() {
        CosimReport report = new CosimReport(
                "Verilog",
                true,
                OptionalLong.of(1590),
                OptionalLong.of(1591),
                OptionalLong.of(1592),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(1592));

        assertThat(SynthesisFigures.metrics(
                        new SynthesisOutcome.CoSimulated(RUN, report, OptionalLong.of(1), List.of()), 1))
                .isEqualTo(new CosimMetrics("vitis_hls", "2023.1", 1, OptionalLong.of(1592), OptionalLong.empty()));
    }

    @Test
    void anExportHasFiguresOnlyWhereVivadoRan() {
        ImplementationReport vivado = new ImplementationReport(
                "impl",
                USED,
                OptionalLong.of(4000),
                OptionalLong.of(12),
                OptionalDouble.of(10),
                OptionalDouble.of(9.4));

        assertThat(SynthesisFigures.metrics(exported(Optional.empty())))
                .isEqualTo(new ExportMetrics(
                        "vitis_hls",
                        "2023.1",
                        "xo",
                        Optional.empty(),
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()));
        assertThat(SynthesisFigures.metrics(exported(Optional.of(vivado))))
                .isEqualTo(new ExportMetrics(
                        "vitis_hls",
                        "2023.1",
                        "xo",
                        Optional.of("impl"),
                        OptionalDouble.of(9.4),
                        OptionalLong.of(20_123),
                        OptionalLong.of(15_321),
                        OptionalLong.of(170),
                        OptionalLong.of(31),
                        OptionalLong.empty()));
    }

    private static SynthesisOutcome.Exported exported(Optional<ImplementationReport> vivado) {
        return new SynthesisOutcome.Exported(RUN, Path.of("top.xo"), AmdExportFormat.XO, vivado, List.of());
    }

    @Test
    void aFailureKeepsItsOneLineAndItsDetails() {
        Diagnosis diagnosis = new Diagnosis(FailureCause.LICENSE, "no license", "ERROR: x", "Get one.");
        StepResult failed = SynthesisFigures.failure(
                new SynthesisOutcome.Failed(SynthesisStep.CSYNTH, Optional.of(RUN), diagnosis, List.of("ERROR: y")));

        assertThat(failed.status()).isEqualTo(StepResult.Status.FAILED);
        assertThat(failed.message()).isEqualTo("no license (ERROR: x). Get one.");
        assertThat(failed.details()).contains("ERROR: y", "log: csynth.log", "to repeat: rerun.sh");
        assertThat(failed.duration()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aSuccessIsPassed() {
        StepResult passed = SynthesisFigures.success("cosim", "C/RTL co-simulation", "passed", Duration.ofSeconds(3));

        assertThat(passed.status()).isEqualTo(StepResult.Status.PASSED);
        assertThat(passed.group()).isEqualTo("mnist-hls.cosim");
        assertThat(passed.details()).isEqualTo("passed");
    }
}
