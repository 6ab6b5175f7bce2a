/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.benchmark;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one conversion to a fixed-point format. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FixedPointBenchmark {
    private static final int VALUES = 1024;

    private final FixedPointFormat source = FixedPointFormat.signed(32, 16);
    private final FixedPointFormat target = FixedPointFormat.parse("ap_fixed<16,8,AP_RND,AP_SAT>");
    private final double[] numbers = new double[VALUES];
    private final long[] raws = new long[VALUES];

    @Setup
    public void prepare() {
        Random random = new Random(1);
        for (int i = 0; i < VALUES; i++) {
            numbers[i] = 100 * random.nextGaussian();
            raws[i] = random.nextInt();
        }
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public long fromDouble() {
        long sum = 0;
        for (double number : numbers) {
            sum += target.quantize(number);
        }
        return sum;
    }

    @Benchmark
    @OperationsPerInvocation(VALUES)
    public long fromFormat() {
        long sum = 0;
        for (long raw : raws) {
            sum += target.quantize(raw, source);
        }
        return sum;
    }
}
