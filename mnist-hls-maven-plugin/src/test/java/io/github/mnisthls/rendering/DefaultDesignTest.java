/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Slow
class DefaultDesignTest {
    @TempDir
    private Path folder;

    @Test
    void theDefaultNetworkGivesEveryLogit() throws Exception {
        ExternalProgram.require("g++", "g++", DefaultDesignTest.class);
        QuantizedNetwork network = SampleNetworks.lenet();
        var plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(200));
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(network, plan, 20), folder)
                .compile("g++", "-O2");
        assertThat(project.sourceBytes()).isLessThan(2_000_000);

        GeneratedProject.Outcome outcome = project.simulate("tb/golden.bin");

        assertThat(outcome.text()).contains("logitsCompared 200\n", "logitsDiffering 0\n", ProjectRenderer.VERDICT);
        assertThat(outcome.status()).isZero();
    }
}
