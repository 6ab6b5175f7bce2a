/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.LayerPlan;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A design whose layers multiply by slices, by slices for two products, and by lookup tables. */
@Slow
class ProductsDesignTest {
    @TempDir
    private Path folder;

    private static HardwarePlan plan(QuantizedNetwork network) {
        return new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)
                                .withFoldings(Map.of(
                                        "conv1", new Folding(6, 5, Implementation.PACKED),
                                        "conv2", new Folding(4, 10, Implementation.LUT),
                                        "dense1", new Folding(4, 8),
                                        "dense2", new Folding(2, 1, Implementation.PACKED))));
    }

    private static LayerPlan layer(HardwarePlan plan, String name) {
        return plan.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyLogitIsRight() throws Exception {
        ExternalProgram.require("g++", "g++", ProductsDesignTest.class);
        QuantizedNetwork network = SampleNetworks.lenet8();
        HardwarePlan plan = plan(network);
        assertThat(plan.layers())
                .filteredOn(layer -> layer.weightBits() > 0)
                .extracting(layer -> layer.estimate().dsp())
                .containsExactly(15L, 0L, 32L, 1L);
        assertThat(layer(plan, "conv1").multipliers()).isEqualTo(30);
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(network, plan, 20), folder);

        String top = Files.readString(project.folder().resolve("src/top.cpp"));
        assertThat(top)
                .contains(
                        "#include \"mnist_hls/fabric_product.hpp\"\n",
                        "#include \"mnist_hls/packed_products.hpp\"\n",
                        "MatrixVector<Conv1, mnist_hls::PackedProducts<25, 18>>(",
                        "MatrixVector<Conv2, mnist_hls::SingleProducts<mnist_hls::FabricProduct>>(",
                        "MatrixVector<Dense1>(");
        GeneratedProject.Outcome outcome = project.compile("g++", "-O1").simulate("tb/golden.bin");
        assertThat(outcome.text()).contains("logitsCompared 200\n", "logitsDiffering 0\n", ProjectRenderer.VERDICT);
        assertThat(outcome.status()).isZero();
    }
}
