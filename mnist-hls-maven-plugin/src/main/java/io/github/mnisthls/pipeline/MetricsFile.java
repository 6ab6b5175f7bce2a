/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.reporting.Metrics;
import io.github.mnisthls.reporting.Metrics.AccuracyMetrics;
import io.github.mnisthls.reporting.Metrics.EmulatorMetrics;
import io.github.mnisthls.reporting.Metrics.ExportMetrics;
import io.github.mnisthls.reporting.Metrics.HardwareMetrics;
import io.github.mnisthls.reporting.Metrics.NetworkMetrics;
import io.github.mnisthls.reporting.Metrics.SynthesisMetrics;
import io.github.mnisthls.reporting.Metrics.TrainingMetrics;
import io.github.mnisthls.training.TrainingHistory;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Gathers what the steps left into {@code report/metrics.json}; a step that did not run is absent. */
final class MetricsFile {
    private final WorkFolder work;
    private final CurrentResults results;
    private final StepName simulation;

    /**
     * The file of a work folder.
     *
     * @param simulation which C simulation counts where there are results of both: the host's or the vendor's
     */
    MetricsFile(WorkFolder work, CurrentResults results, StepName simulation) {
        this.work = work;
        this.results = results;
        this.simulation = simulation;
    }

    /** Writes the file and gives its contents. */
    Metrics write() {
        Metrics metrics = gather();
        AtomicFile.write(work.report().resolve("metrics.json"), Json.write(metrics));
        return metrics;
    }

    private Metrics gather() {
        Optional<QuantizationSummary> summary =
                results.read(StepName.QUANTIZE, QuantizationSummary.FILE, QuantizationSummary.class);
        return new Metrics(
                Metrics.SCHEMA,
                summary.map(s -> new NetworkMetrics(s.name(), s.parameters(), s.macs(), s.precision())),
                summary.map(this::accuracy),
                training(StepName.TRAIN),
                training(StepName.FINETUNE),
                results.read(StepName.QUANTIZE, EmulatorSpeed.FILE, EmulatorSpeed.class)
                        .map(speed -> new EmulatorMetrics(speed.images(), speed.imagesPerSecond())),
                csim().map(CsimRecord::metrics),
                results.read(StepName.PLAN, PlanStep.FILE, HardwareMetrics.class),
                results.read(StepName.CSYNTH, ToolStep.RESULT, SynthesisMetrics.class),
                cosim().map(CosimRecord::metrics),
                results.read(StepName.EXPORT, ToolStep.RESULT, ExportMetrics.class));
    }

    private AccuracyMetrics accuracy(QuantizationSummary summary) {
        return new AccuracyMetrics(
                OptionalDouble.of(summary.float32()),
                OptionalDouble.of(summary.folded()),
                OptionalDouble.of(summary.quantized()),
                accuracy(csim().map(CsimRecord::accuracy)),
                accuracy(cosim().map(CosimRecord::accuracy)),
                OptionalInt.of(summary.flips()));
    }

    private static OptionalDouble accuracy(Optional<Double> measured) {
        return measured.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    private Optional<CsimRecord> csim() {
        StepName other = simulation == StepName.CSIM ? StepName.CSIM_VENDOR : StepName.CSIM;
        return csim(simulation).or(() -> csim(other));
    }

    private Optional<CsimRecord> csim(StepName step) {
        return results.read(step, CsimRecord.FILE, CsimRecord.class);
    }

    private Optional<CosimRecord> cosim() {
        return results.read(StepName.COSIM, ToolStep.RESULT, CosimRecord.class);
    }

    private Optional<TrainingMetrics> training(StepName step) {
        return results.read(step, "training.json", TrainingHistory.class)
                .map(history -> new TrainingMetrics(
                        history.epochs(),
                        history.seed(),
                        history.secondsPerEpoch(),
                        history.bestEpoch(),
                        history.validationAccuracy()));
    }
}
