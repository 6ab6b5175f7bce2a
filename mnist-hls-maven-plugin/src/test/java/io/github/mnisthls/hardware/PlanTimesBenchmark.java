/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.ResidualNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long plans take; run by {@code src/test/bench/plan-times.sh}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTimesBenchmark {
    private static final double NANOS = 1e9;

    @BeforeAll
    void title() {
        System.out.println("| network | part | asked | pixels per beat | cycles | seconds | of all cores |");
        System.out.println("|---|---|---|---|---|---|---|");
    }

    /**
     * Mean pools multiply with a reciprocal in a slice each.
     *
     * @param slices  at most; -1 for none, 0 without a limit
     * @param latency at most, in cycles; 0 without a target
     * @param most    seconds
     */
    @ParameterizedTest
    @CsvSource({
        "default 16, 7020,   0,     0, 1, 2",
        "default 16, 7020, 220,     0, 1, 2",
        "default 16, 7020, 220,  3000, 1, 2",
        "default 8,  7020,   0,     0, 1, 2",
        "default 8,  7020, 220,     0, 1, 2",
        "default 8,  7020, 220,     0, 8, 30",
        "default 4,  7020,   0,     0, 1, 2",
        "default 4,  7020,  -1,     0, 1, 30",
        "default 4,  7020,  -1,     0, 2, 30",
        "default 4,  7020,  -1,     0, 4, 30",
        "default 4,  7020,  -1,     0, 7, 30",
        "default 4,  7020,  -1,     0, 8, 30",
        "default 4,  7020,  -1,     0, 14, 30",
        "default 4,  7020,  -1,     0, 28, 30",
        "default 4,  7EV,   -1,     0, 28, 30",
        "default 4,  7020,  -1,   400, 8, 30",
        "residual 8, 7020,   0,     0, 1, 30",
        "residual 8, 7020, 220,     0, 1, 30",
        "residual 8, 7020,   0,  5000, 1, 30",
        "residual 4, 7020,   1,     0, 1, 30",
        "residual 4, 7020,   1,     0, 8, 30",
        "residual 4, 7020,   1,     0, 28, 30",
        "residual 4, 7EV,    1,     0, 28, 30"
    })
    void plan(String name, String device, int slices, long latency, int pixels, double most) {
        QuantizedNetwork network = network(name);
        HardwareRequest request = request(device, slices, latency).withPixelsPerBeat(pixels);
        long cores = cpuNanos();
        long start = System.nanoTime();
        HardwarePlan plan = new Planner().plan(network, request);
        double seconds = (System.nanoTime() - start) / NANOS;
        double ofCores = (cpuNanos() - cores) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "| %s bits | %s | %s | %d | %,d%s | %.1f | %.1f |%n",
                name,
                request.part().name(),
                (slices == 0 ? "" : "maxDsp=" + Math.max(0, slices)) + (latency == 0 ? "" : " latency " + latency),
                pixels,
                plan.intervalCycles(),
                plan.proved() ? "" : ", not proved",
                seconds,
                ofCores);
        // What all cores did is more than an idle machine needs, and on a busy one less than it took.
        assertThat(Math.min(seconds, ofCores)).isLessThanOrEqualTo(most);
    }

    private static HardwareRequest request(String device, int slices, long latency) {
        Part part = device.equals("7020") ? SampleParts.ZYNQ_7020 : SampleParts.ZYNQ_ULTRASCALE_7EV;
        OptionalLong limit = slices == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, slices));
        return new HardwareRequest(
                part,
                10,
                OptionalDouble.empty(),
                OptionalInt.empty(),
                latency == 0 ? OptionalLong.empty() : OptionalLong.of(latency),
                new Limits(OptionalLong.empty(), limit, OptionalLong.empty()),
                Map.of(),
                1);
    }

    private static QuantizedNetwork network(String name) {
        return switch (name) {
            case "default 16" -> SampleNetworks.lenet();
            case "default 8" -> SampleNetworks.lenet8();
            case "default 4" -> SampleNetworks.lenet4();
            default -> ResidualNetwork.quantized("auto:" + name.substring(name.length() - 1));
        };
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
