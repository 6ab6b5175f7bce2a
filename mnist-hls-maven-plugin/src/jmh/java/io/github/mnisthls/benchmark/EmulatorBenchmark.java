/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.benchmark;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Images per second through the default network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EmulatorBenchmark {
    private static final int IMAGES = 2000;

    @Param({"1", "2"})
    public int threads;

    /** The widths decide whether sums fit 32 bits. */
    @Param({"ap_fixed<16,8>", "auto:8", "auto:16"})
    public String precision;

    private LabeledImages images;
    private Emulator emulator;
    private FloatInference inference;

    @Setup
    public void prepare() {
        images = DefaultNetwork.images(IMAGES);
        inference = new FloatInference(DefaultNetwork.folded());
        emulator = new Emulator(
                Quantizer.quantize(DefaultNetwork.folded(), Precision.parse(precision), images.first(200), 1)
                        .network());
    }

    @Benchmark
    @OperationsPerInvocation(IMAGES)
    public Predictions emulate() {
        return emulator.run(images, threads);
    }

    /** To compare with; the precision plays no part. */
    @Benchmark
    @OperationsPerInvocation(IMAGES)
    public double inferInFloat32() {
        return inference.accuracy(images, threads);
    }
}
