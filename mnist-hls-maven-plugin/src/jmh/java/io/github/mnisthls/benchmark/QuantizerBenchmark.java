/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.benchmark;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.Quantizer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to quantize the default network: calibration, formats, weights, and the proof of the accumulators. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class QuantizerBenchmark {
    private static final int THREADS = 2;

    @Param({"ap_fixed<16,8>", "auto:8"})
    public String precision;

    private Network network;
    private LabeledImages images;

    @Setup
    public void prepare() {
        network = DefaultNetwork.folded();
        images = DefaultNetwork.images(Quantizer.DEFAULT_CALIBRATION_IMAGES);
    }

    @Benchmark
    public Quantization quantize() {
        return Quantizer.quantize(network, Precision.parse(precision), images, THREADS);
    }
}
