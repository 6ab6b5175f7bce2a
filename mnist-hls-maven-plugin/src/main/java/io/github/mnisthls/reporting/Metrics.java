/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The contents of {@code report/metrics.json}. Accuracies are fractions of 1. A part or figure that was not measured is
 * empty here and absent in the file.
 */
public record Metrics(
        int schema,
        Optional<NetworkMetrics> network,
        Optional<AccuracyMetrics> accuracy,
        Optional<TrainingMetrics> training,
        Optional<TrainingMetrics> finetuning,
        Optional<EmulatorMetrics> emulator,
        Optional<CsimMetrics> csim,
        Optional<HardwareMetrics> hardware,
        Optional<SynthesisMetrics> synthesis,
        Optional<CosimMetrics> cosim,
        Optional<ExportMetrics> export) {
    /** Version of the file's form. */
    public static final int SCHEMA = 1;

    /**
     * The network as such.
     *
     * @param macs      multiply-accumulates per image
     * @param precision as the user wrote it
     */
    public record NetworkMetrics(String name, int parameters, long macs, String precision) {}

    /**
     * Fraction of the test images that each stage classifies right.
     *
     * @param flips test images whose class is another in the quantized network than in float32, right or wrong
     */
    public record AccuracyMetrics(
            OptionalDouble float32,
            OptionalDouble folded,
            OptionalDouble quantized,
            OptionalDouble csim,
            OptionalDouble cosim,
            OptionalInt flips) {}

    /**
     * The training that gave the model, absent for a loaded one; or the training with rounding behind it, absent where there
     * was none.
     */
    public record TrainingMetrics(
            int epochs, long seed, double secondsPerEpoch, int bestEpoch, double validationAccuracy) {}

    /** Speed of the integer emulator on the test images. */
    public record EmulatorMetrics(int images, double imagesPerSecond) {}

    /**
     * C simulation.
     *
     * @param tool            the compiler, or the vendor's tool with its version
     * @param imagesPerSecond empty for the vendor's tool, which does not tell compiling from running
     * @param compileSeconds  empty for the vendor's tool
     */
    public record CsimMetrics(
            String tool,
            int images,
            long logitsCompared,
            long logitsDiffering,
            OptionalDouble imagesPerSecond,
            OptionalDouble compileSeconds) {}

    /**
     * The plan: estimates, not measurements.
     *
     * @param resources of the whole design
     */
    public record HardwareMetrics(
            String part,
            double clockPeriodNs,
            long intervalCycles,
            long latencyCycles,
            int multipliers,
            Optional<ResourceMetrics> resources,
            List<LayerMetrics> layers) {}

    /** Resources of a part. */
    public record ResourceMetrics(long lut, long ff, long dsp, long bram18, long uram) {}

    /**
     * The plan of one layer.
     *
     * @param products what they are made of; absent where nothing is multiplied
     * @param windows  neighboring ones that are computed at the same time; absent for one
     * @param reason   why its products are made of that, in words
     */
    public record LayerMetrics(
            String name,
            int pe,
            int simd,
            long intervalCycles,
            int multipliers,
            long weightBits,
            int accumulatorBits,
            Optional<String> products,
            OptionalInt windows,
            Optional<String> reason) {
        /** Without products. */
        public LayerMetrics(
                String name,
                int pe,
                int simd,
                long intervalCycles,
                int multipliers,
                long weightBits,
                int accumulatorBits) {
            this(
                    name,
                    pe,
                    simd,
                    intervalCycles,
                    multipliers,
                    weightBits,
                    accumulatorBits,
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty());
        }
    }

    /** What the vendor's tool reported. */
    public record SynthesisMetrics(
            String tool,
            String version,
            OptionalDouble estimatedClockPeriodNs,
            OptionalLong latencyCycles,
            OptionalLong intervalCycles,
            OptionalLong lut,
            OptionalLong ff,
            OptionalLong dsp,
            OptionalLong bram18,
            OptionalLong uram) {}

    /**
     * C/RTL co-simulation: every logit of its images was the emulator's.
     *
     * @param images         that it ran; few
     * @param latencyCycles  largest of all images
     * @param intervalCycles largest of all images; empty for a single one
     */
    public record CosimMetrics(
            String tool, String version, int images, OptionalLong latencyCycles, OptionalLong intervalCycles) {}

    /**
     * An exported IP or kernel object.
     *
     * @param format                {@code ip_catalog} or {@code xo}
     * @param stage                 {@code syn} or {@code impl} if the export ran Vivado, whose figures follow; else empty
     * @param achievedClockPeriodNs as Vivado reports it
     */
    public record ExportMetrics(
            String tool,
            String version,
            String format,
            Optional<String> stage,
            OptionalDouble achievedClockPeriodNs,
            OptionalLong lut,
            OptionalLong ff,
            OptionalLong dsp,
            OptionalLong bram18,
            OptionalLong uram) {}
}
