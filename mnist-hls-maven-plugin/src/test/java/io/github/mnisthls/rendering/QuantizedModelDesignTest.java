/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.loading.ExactModel;
import io.github.mnisthls.loading.keras.KerasModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.onnx.OnnxModel;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bits that a model was trained for are those of the generated design, which computes what the emulator does. */
@Slow
@Thorough
class QuantizedModelDesignTest {
    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 28, 28));

    @TempDir
    private Path folder;

    @Test
    void qonnx() throws Exception {
        Path model = ExactModel.folder(OnnxModel.class, "quantized/convolutions");

        check(
                model,
                OnnxModel.read(model.resolve("model.onnx"), REQUEST).network(),
                List.of(
                        "ap_fixed<4, 1, AP_RND_CONV, AP_SAT_SYM>",
                        "ap_fixed<6, 2, AP_RND_CONV, AP_SAT>",
                        "ap_fixed<4, 1, AP_RND_CONV, AP_SAT>"),
                List.of("ap_ufixed<4, 2, AP_RND_CONV, AP_SAT>", "ap_fixed<5, 4, AP_RND_CONV, AP_SAT_SYM>"));
    }

    @Test
    void qcdq() throws Exception {
        Path model = ExactModel.folder(OnnxModel.class, "quantized/qcdq");

        check(
                model,
                OnnxModel.read(model.resolve("model.onnx"), REQUEST).network(),
                List.of(
                        "ap_fixed<6, 1, AP_RND_CONV, AP_SAT>",
                        "ap_fixed<8, 4, AP_RND_CONV, AP_SAT>",
                        "ap_fixed<6, 1, AP_RND_CONV, AP_SAT>"),
                List.of("ap_ufixed<4, 1, AP_RND_CONV, AP_SAT>", "ap_fixed<8, 7, AP_RND_CONV, AP_SAT>"));
    }

    @Test
    void qkeras() throws Exception {
        Path model = ExactModel.folder(KerasModel.class, "quantized/lenet");

        check(
                model,
                KerasModel.json(model.resolve("model.json"), REQUEST).network(),
                List.of(
                        "ap_fixed<6, 1, AP_RND_CONV, AP_SAT>",
                        "ap_fixed<4, 2, AP_RND_CONV, AP_SAT_SYM>",
                        "ap_fixed<3, 1, AP_RND_CONV, AP_SAT>"),
                List.of("ap_ufixed<6, 1, AP_RND_CONV, AP_SAT>", "ap_ufixed<5, 2, AP_RND_CONV, AP_SAT>"));
    }

    /** The first layer takes pixels of eight bits in all of them. */
    private void check(Path model, Network network, List<String> weights, List<String> values) throws Exception {
        ExternalProgram.require("g++", "g++", QuantizedModelDesignTest.class);
        QuantizedNetwork quantized = new ExactModel(model, network).quantized("auto:8");
        HardwarePlan plan = new Planner().plan(quantized, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10));
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(quantized, plan, 20), folder);

        GeneratedProject.Outcome outcome = project.compile("g++", "-O0").simulate("tb/golden.bin");

        assertThat(outcome.text()).contains("logitsDiffering 0\n", ProjectRenderer.VERDICT);
        assertThat(outcome.status()).isZero();
        String config = Files.readString(project.folder().resolve("src/config.hpp"));
        assertThat(types("Weight", config)).isEqualTo(weights);
        assertThat(types("Input", config).stream().distinct())
                .containsExactly("ap_ufixed<8, 0, AP_RND_CONV, AP_SAT>", values.get(0), values.get(1));
    }

    private static List<String> types(String name, String config) {
        return Pattern.compile("using " + name + " = (.*);")
                .matcher(config)
                .results()
                .map(type -> type.group(1))
                .toList();
    }
}
