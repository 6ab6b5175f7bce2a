/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.amd.dialect.ToolGeneration;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectRendererTest {
    private static QuantizedNetwork network;
    private static HardwarePlan plan;

    @TempDir
    private Path folder;

    @BeforeAll
    static void plan() {
        network = SampleNetworks.lenet();
        plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(200));
    }

    private static RenderRequest request(
            InterfaceKind kind, ToolGeneration generation, DesignNames names, Optional<Path> overrides) {
        return new RenderRequest(
                network,
                plan,
                kind,
                kind == InterfaceKind.AXIS ? ControlProtocol.AP_CTRL_NONE : ControlProtocol.S_AXILITE,
                names,
                SampleNetworks.golden(network, 1),
                SampleDialects.vivado(generation),
                overrides);
    }

    private static Map<String, byte[]> render(InterfaceKind kind, ToolGeneration generation) {
        return new ProjectRenderer()
                .render(request(kind, generation, new DesignNames("cnn", "cnn_net", ""), Optional.empty()));
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    @Test
    void aProjectIsSmall() {
        Map<String, byte[]> files = render(InterfaceKind.AXIS, ToolGeneration.VITIS_KEYED);
        assertThat(files.keySet().stream().filter(file -> !file.startsWith("sim/")))
                .hasSizeLessThan(18);

        files.remove("tb/golden.bin");
        assertThat(files.values().stream().mapToInt(file -> file.length).sum()).isLessThan(1_000_000);
    }

    /** Users build their own kernels and testbenches with them. */
    @Test
    void allHeadersForSimulationArePartOfAProject() throws IOException {
        try (Stream<Path> headers = Files.list(Path.of("../src/main/sim"))) {
            assertThat(render(InterfaceKind.AXIS, ToolGeneration.VITIS_KEYED).keySet())
                    .containsAll(
                            headers.map(header -> "sim/" + header.getFileName()).toList());
        }
    }

    @Test
    void theSameRequestGivesTheSameBytesInTheSameOrder() {
        Map<String, byte[]> first = render(InterfaceKind.AXIS, ToolGeneration.VITIS_KEYED);
        Map<String, byte[]> second = render(InterfaceKind.AXIS, ToolGeneration.VITIS_KEYED);

        assertThat(first.keySet()).containsExactlyElementsOf(second.keySet());
        first.forEach((path, bytes) -> assertThat(bytes).as(path).isEqualTo(second.get(path)));
    }

    /** What people read first is reviewed as it is: a change of it is a change of these files. */
    @ParameterizedTest
    @ValueSource(strings = {"src/top.cpp", "src/config.hpp", "run_hls.tcl", "hls_config.cfg", "Makefile"})
    void textIsAsReviewed(String path) throws Exception {
        String name = path.substring(path.indexOf('/') + 1);
        try (InputStream reviewed = ProjectRendererTest.class.getResourceAsStream(name)) {
            assertThat(text(render(InterfaceKind.AXIS, ToolGeneration.VITIS_KEYED), path))
                    .isEqualTo(new String(reviewed.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void textIsCleanUnixText() {
        render(InterfaceKind.AXIS, ToolGeneration.VITIS_KEYED).forEach((path, bytes) -> {
            if (!path.endsWith(".bin")) {
                String text = new String(bytes, StandardCharsets.UTF_8);
                assertThat(text).as(path).endsWith("\n").doesNotContain("\r", "\n\n\n", " \n");
                assertThat(text).as(path).doesNotContain("${", "#foreach", "#end\n", "]]#", "#[[");
            }
        });
    }

    @Test
    void portsFollowTheInterfaceAndPragmasTheTool() {
        String axis = text(render(InterfaceKind.AXIS, ToolGeneration.VITIS_KEYED), "src/top.cpp");
        String memory = text(render(InterfaceKind.M_AXI, ToolGeneration.VITIS_BARE), "src/top.cpp");
        String array = text(render(InterfaceKind.ARRAY, ToolGeneration.VIVADO_HLS), "src/top.cpp");

        assertThat(axis)
                .contains(
                        "#pragma HLS INTERFACE mode=axis port=pixels_in\n",
                        "#pragma HLS INTERFACE mode=ap_ctrl_none port=return\n",
                        "#pragma HLS BIND_STORAGE variable=kDense1Weights type=rom_1p impl=bram\n");
        assertThat(memory)
                .contains(
                        "void cnn(const ap_uint<8>* pixels_in, cnn_net::Network::Logit* logits_out,"
                                + " cnn_net::Network::Class& class_out)",
                        "#pragma HLS INTERFACE m_axi port=pixels_in offset=slave bundle=pixels depth=784\n",
                        "#pragma HLS INTERFACE s_axilite port=return\n");
        assertThat(array)
                .contains(
                        "void cnn(const ap_uint<8> pixels_in[28][28], cnn_net::Network::Logit logits_out[10])",
                        "#pragma HLS INTERFACE ap_memory port=pixels_in\n",
                        "#pragma HLS RESOURCE variable=kDense1Weights core=ROM_1P_BRAM\n",
                        "#pragma HLS DATA_PACK variable=conv1_out\n")
                .doesNotContain("mode=", "BIND_STORAGE");
    }

    @Test
    void namesKeepTwoNetworksApart() {
        Map<String, byte[]> files = new ProjectRenderer()
                .render(request(
                        InterfaceKind.AXIS,
                        ToolGeneration.VITIS_KEYED,
                        new DesignNames("digits", "my::digits_net", "digits_"),
                        Optional.empty()));

        assertThat(files).containsKeys("src/digits_top.cpp", "tb/digits_golden.bin");
        assertThat(text(files, "src/digits_config.hpp"))
                .contains("#ifndef MY_DIGITS_NET_DIGITS_CONFIG_HPP", "namespace my::digits_net {")
                .contains("void digits(");
        assertThat(text(files, "sources.mk")).contains("DIGITS_MNIST_HLS_TOP := digits\n");
    }

    @Test
    void aUsersTemplateWins() throws Exception {
        Files.writeString(folder.resolve("sources.mk.vm"), "TOP := ${script.top}\n");

        Map<String, byte[]> files = new ProjectRenderer()
                .render(request(
                        InterfaceKind.AXIS,
                        ToolGeneration.VITIS_KEYED,
                        new DesignNames("cnn", "cnn_net", ""),
                        Optional.of(folder)));

        assertThat(text(files, "sources.mk")).isEqualTo("TOP := cnn\n");
        assertThat(text(files, "sources.tcl")).contains("set MNIST_HLS_TOP {cnn}");
    }

    @Test
    void namesThatAreNoNamesAreRefused() {
        assertThatThrownBy(() -> new DesignNames("int", "a", ""))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<topName> (-Dmnist-hls.topName) is 'int'");
        assertThatThrownBy(() -> new DesignNames("cnn", "a::", ""))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<namespace>");
        assertThatThrownBy(() -> new DesignNames("cnn", "cnn", "")).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new DesignNames("cnn", "cnn::net", "")).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new DesignNames("cnn", "net", "../")).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new DesignNames("cnn", "net", "p".repeat(65)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("<prefix> (-Dmnist-hls.prefix) is 'ppp");
        assertThatThrownBy(() -> new DesignNames("c".repeat(65), "net", "")).hasMessageStartingWith("<topName>");
    }

    /** Whatever a file calls its layers stays within the line of the comment. */
    @Test
    void namesOfTheModelsFileStandInComments() {
        RenderRequest plain = request(
                InterfaceKind.AXIS,
                ToolGeneration.VITIS_KEYED,
                new DesignNames("cnn", "cnn_net", ""),
                Optional.empty());
        RenderRequest named = new RenderRequest(
                plain.network(),
                plain.plan(),
                plain.interfaceKind(),
                plain.control(),
                plain.names(),
                plain.goldenVectors(),
                plain.scripts(),
                Map.of("conv1", "/features/0/\u5377\u79ef (Conv)", "conv2", "a */\n#error b\\\r??/\u2028\u202e (Conv)"),
                Optional.empty());

        Map<String, byte[]> with = new ProjectRenderer().render(named);

        new ProjectRenderer().render(plain).forEach((file, bytes) -> {
            String without = new String(bytes, StandardCharsets.UTF_8);
            String text = new String(with.get(file), StandardCharsets.UTF_8);
            assertThat(text.replaceAll("; [^\n]* in the model's file", ""))
                    .as(file)
                    .isEqualTo(without);
        });
        assertThat(new String(with.get("src/config.hpp"), StandardCharsets.UTF_8))
                .contains("; /features/0/\u5377\u79ef (Conv) in the model's file")
                .contains("; a * / #error b/ ? ?/ ? (Conv) in the model's file");
    }

    @Test
    void memoriesNeedAStartSignal() {
        assertThatThrownBy(() -> new RenderRequest(
                        network,
                        plan,
                        InterfaceKind.ARRAY,
                        ControlProtocol.AP_CTRL_NONE,
                        new DesignNames("cnn", "cnn_net", ""),
                        SampleNetworks.golden(network, 1),
                        SampleDialects.TODAY,
                        Optional.empty()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<control> (-Dmnist-hls.control) is 'ap_ctrl_none'");
    }
}
