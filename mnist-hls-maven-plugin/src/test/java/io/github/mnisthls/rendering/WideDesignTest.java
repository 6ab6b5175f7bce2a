/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.hardware.DataflowProcess;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.hardware.Limits;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default network with eight pixels per beat and without any DSP slice. */
@Slow
class WideDesignTest {
    private static final long MOST_BYTES = 2_000_000;
    private static final long MOST_CYCLES = 112;
    private static final long MOST_LATENCY = 500;
    private static final Path TRIPS =
            Path.of("..", "src", "test", "cpp", "trips.hpp").toAbsolutePath();

    private static final Limits NO_DSP = new Limits(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty());

    @TempDir
    private Path folder;

    @Test
    void everyLogitIsRightAndTheCyclesAreThose() throws Exception {
        ExternalProgram.require("g++", "g++", WideDesignTest.class);
        QuantizedNetwork network = SampleNetworks.lenet4();
        HardwarePlan plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)
                                .within(NO_DSP)
                                .withPixelsPerBeat(8));
        print(plan);
        assertThat(plan.estimate().dsp()).isZero();
        assertThat(plan.intervalCycles()).isLessThanOrEqualTo(MOST_CYCLES);
        assertThat(plan.latencyCycles()).isLessThanOrEqualTo(MOST_LATENCY);

        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(network, plan, 20), folder);
        assertThat(project.sourceBytes()).isLessThan(MOST_BYTES);
        GeneratedProject.Outcome outcome = project.compileInTwoGigabytes("-O1", "-include", TRIPS.toString())
                .simulate("tb/golden.bin");

        assertThat(outcome.text()).contains("logitsCompared 200\n", "logitsDiffering 0\n", ProjectRenderer.VERDICT);
        assertThat(outcome.status()).isZero();
        for (DataflowProcess process : plan.processes()) {
            boolean isPort = process.inputs().isEmpty() || process.outputs().isEmpty();
            assertThat(outcome.text())
                    .contains(
                            "trips " + process.call().function() + (isPort ? "Stream " : " ") + process.trips() + "\n");
        }
    }

    private static void print(HardwarePlan plan) {
        for (LayerPlan layer : plan.layers()) {
            System.out.println(layer.name() + " " + layer.implementation() + " pe " + layer.pe() + " simd "
                    + layer.simd() + " windows " + layer.windows() + ", lanes " + layer.inLanes() + " to "
                    + layer.outLanes() + ", " + layer.intervalCycles() + " cycles, " + layer.estimate());
        }
        System.out.println("default network, 4 bits, no DSP, " + plan.pixelsPerBeat() + " pixels a beat: "
                + plan.intervalCycles() + " cycles, " + plan.latencyCycles() + " of latency, " + plan.estimate());
    }
}
