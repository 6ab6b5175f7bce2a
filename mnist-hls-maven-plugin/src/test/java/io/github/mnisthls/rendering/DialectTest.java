/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing of a tool is in the project but what its dialect says. */
class DialectTest {
    private static Map<String, byte[]> render() {
        QuantizedNetwork network = SampleNetworks.lenet();
        return render(network, new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)));
    }

    private static Map<String, byte[]> render(QuantizedNetwork network, HardwarePlan plan) {
        return new ProjectRenderer()
                .render(new RenderRequest(
                        network,
                        plan,
                        InterfaceKind.AXIS,
                        ControlProtocol.AP_CTRL_NONE,
                        new DesignNames("cnn", "cnn_net", ""),
                        SampleNetworks.golden(network, 1),
                        new ScriptOptions(new PlainDialect(), 3, SampleDialects.COORDINATES, Optional.empty()),
                        Optional.empty()));
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    @Test
    void productsOfAnyKindArePlainCppToo() {
        QuantizedNetwork network = AllProducts.network();
        Map<String, byte[]> files = render(network, AllProducts.plan(network));

        assertThat(text(files, "src/top.cpp")).contains(AllProducts.CALLS);
        assertIsPlain(files);
        assertThat(text(files, "src/weights.hpp")).doesNotContain("#pragma");
        assertThat(text(files, "src/adders.hpp").lines().filter(line -> line.startsWith("#pragma")))
                .containsOnly("#pragma HLS INLINE");
    }

    @Test
    void aToolWithoutWishesGetsPlainCpp() {
        assertIsPlain(render());
    }

    private static void assertIsPlain(Map<String, byte[]> files) {
        assertThat(text(files, "src/top.cpp").lines().filter(line -> line.startsWith("#pragma")))
                .containsExactly("#pragma HLS side by side");
        assertThat(text(files, "src/top.cpp"))
                .containsPattern("  hls::stream<mnist_hls::Lanes<.*>> pixels;\n")
                .doesNotContain("(\"");
        assertThat(text(files, "tb/testbench.cpp")).contains("in;", "out;").doesNotContain("in(\"", "out(\"");
        assertThat(text(files, "src/config.hpp")).contains("using PixelBeat = Beat<8>;");
    }

    @Test
    void scriptsAreTheTools() {
        assertThat(render()).containsKeys("Makefile", "sources.mk").doesNotContainKeys("sources.tcl", "run_hls.tcl");
    }
}
