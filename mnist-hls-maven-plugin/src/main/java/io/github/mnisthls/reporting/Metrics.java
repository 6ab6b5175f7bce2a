/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.List;

/**
 * The contents of {@code report/metrics.json}. Accuracies are fractions of 1. A part or figure that was not measured is
 * null here and absent in the file.
 */
public record Metrics(
        int schema,
        NetworkMetrics network,
        AccuracyMetrics accuracy,
        TrainingMetrics training,
        EmulatorMetrics emulator,
        CsimMetrics csim,
        HardwareMetrics hardware,
        SynthesisMetrics synthesis,
        CosimMetrics cosim,
        ExportMetrics export) {
    /** Version of the file's form. */
    public static final int SCHEMA = 1;

    /**
     * The network as such.
     *
     * @param macs      multiply-accumulates per image
     * @param precision as the user wrote it
     */
    public record NetworkMetrics(String name, int parameters, long macs, String precision) {}

    /** Fraction of the test images that each stage classifies right. */
    public record AccuracyMetrics(Double float32, Double folded, Double quantized, Double csim, Double cosim) {}

    /** The training that gave the model; absent for a loaded one. */
    public record TrainingMetrics(
            int epochs, long seed, double secondsPerEpoch, int bestEpoch, double validationAccuracy) {}

    /** Speed of the integer emulator on the test images. */
    public record EmulatorMetrics(int images, double imagesPerSecond) {}

    /**
     * C simulation.
     *
     * @param tool            the compiler, or the vendor's tool with its version
     * @param imagesPerSecond null for the vendor's tool, which does not tell compiling from running
     * @param compileSeconds  null for the vendor's tool
     */
    public record CsimMetrics(
            String tool,
            int images,
            long logitsCompared,
            long logitsDiffering,
            Double imagesPerSecond,
            Double compileSeconds) {}

    /** The plan: estimates, not measurements. */
    public record HardwareMetrics(
            String part,
            double clockPeriodNs,
            long intervalCycles,
            long latencyCycles,
            int multipliers,
            List<LayerMetrics> layers) {}

    /** The plan of one layer. */
    public record LayerMetrics(
            String name,
            int pe,
            int simd,
            long intervalCycles,
            int multipliers,
            long weightBits,
            int accumulatorBits) {}

    /** What the vendor's tool reported. */
    public record SynthesisMetrics(
            String tool,
            String version,
            Double estimatedClockPeriodNs,
            Long latencyCycles,
            Long intervalCycles,
            Long lut,
            Long ff,
            Long dsp,
            Long bram18,
            Long uram) {}

    /**
     * C/RTL co-simulation: every logit of its images was the emulator's.
     *
     * @param images         that it ran; few
     * @param latencyCycles  largest of all images
     * @param intervalCycles largest of all images; null for a single one
     */
    public record CosimMetrics(String tool, String version, int images, Long latencyCycles, Long intervalCycles) {}

    /**
     * An exported IP or kernel object.
     *
     * @param format                {@code ip_catalog} or {@code xo}
     * @param stage                 {@code syn} or {@code impl} if the export ran Vivado, whose figures follow; else null
     * @param achievedClockPeriodNs as Vivado reports it
     */
    public record ExportMetrics(
            String tool,
            String version,
            String format,
            String stage,
            Double achievedClockPeriodNs,
            Long lut,
            Long ff,
            Long dsp,
            Long bram18,
            Long uram) {}
}
