/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.hardware.Limits;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default network without any DSP slice: most of its products by adders. */
@Slow
class AdderDesignTest {
    private static final long MOST_BYTES = 2_000_000;

    private static final Limits NO_DSP = new Limits(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty());

    @TempDir
    private Path folder;

    private static HardwarePlan plan(QuantizedNetwork network) {
        return new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).within(NO_DSP));
    }

    @Test
    void everyLogitIsRightWithoutADspSlice() throws Exception {
        ExternalProgram.require("g++", "g++", AdderDesignTest.class);
        QuantizedNetwork network = SampleNetworks.lenet4();
        HardwarePlan plan = plan(network);
        assertThat(plan.estimate().dsp()).isZero();
        assertThat(plan.layers())
                .filteredOn(layer -> layer.kind().equals("conv"))
                .extracting(LayerPlan::implementation)
                .containsOnly(Implementation.ADDERS);
        plan.layers()
                .forEach(layer -> System.out.println(layer.name() + " " + layer.implementation() + " pe "
                        + layer.pe() + " simd " + layer.simd() + ", " + layer.intervalCycles() + " cycles, "
                        + layer.estimate()));
        System.out.println("default network, 4 bits, no DSP: " + plan.intervalCycles() + " cycles, "
                + plan.latencyCycles() + " of latency, " + plan.estimate());
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(network, plan, 20), folder);
        assertThat(project.sourceBytes()).isLessThan(MOST_BYTES);

        GeneratedProject.Outcome outcome = project.compileInTwoGigabytes("-O1").simulate("tb/golden.bin");

        assertThat(outcome.text()).contains("logitsCompared 200\n", "logitsDiffering 0\n", ProjectRenderer.VERDICT);
        assertThat(outcome.status()).isZero();
    }

    /** Of 144 inputs each; a graph has at most 4,096 weights. */
    @Test
    void aLargeMatrixIsSplitOverItsOutputs() throws Exception {
        ExternalProgram.require("g++", "g++", AdderDesignTest.class);
        FixedPointFormat format = new FixedPointFormat(3, 1, true, Rounding.AP_RND, Overflow.AP_SAT);
        QuantizedNetwork network = new SampleNetworks(5, new Shape(1, 12, 12), format, format, format)
                .dense("dense", 40, false)
                .build();
        HardwarePlan plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)
                                .withFoldings(Map.of("dense", new Folding(1, 1, Implementation.ADDERS))));
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(network, plan, 20), folder);

        assertThat(Files.readString(project.folder().resolve("src/adders.hpp")))
                .contains("/// Outputs 0 to 27: ", "void From0(", "/// Outputs 28 to 39: ", "void From28(");
        GeneratedProject.Outcome outcome = project.compile("g++", "-O1").simulate("tb/golden.bin");
        assertThat(outcome.text()).contains("logitsCompared 800\n", "logitsDiffering 0\n");
    }

    @Thorough
    @Test
    void aWrongSumIsFound() throws Exception {
        ExternalProgram.require("g++", "g++", AdderDesignTest.class);
        QuantizedNetwork network = SampleNetworks.lenet4();
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(network, plan(network), 20), folder);
        Path adders = project.folder().resolve("src/adders.hpp");
        String text = Files.readString(adders);
        assertThat(text).contains("s1_0 = ");
        Files.writeString(adders, text.replaceFirst("s1_0 = ", "s1_0 = 1 + "));

        GeneratedProject.Outcome outcome = project.compile("g++", "-O0").simulate("tb/golden.bin");

        assertThat(outcome.status()).isEqualTo(1);
    }
}
