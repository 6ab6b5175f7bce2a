/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.RandomNetworks;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No name of a layer, and no name that the POM may give, makes a design that cannot be compiled. */
@Slow
class HostileNamesTest {
    /** Words, macros, types, ports and streams of the design, and pairs that become one name. */
    private static final List<String> HOSTILE = List.of(
            "input",
            "Input",
            "output",
            "weight",
            "accumulator",
            "rawWeight",
            "raw_weight",
            "logits",
            "logit",
            "class",
            "Class",
            "pixels",
            "pixels_in",
            "logits_out",
            "class_out",
            "left",
            "right",
            "slope",
            "index",
            "reciprocal",
            "sum",
            "activation",
            "network",
            "pixelBeat",
            "logitBeat",
            "answer",
            "vectors",
            "winner",
            "totals",
            "number",
            "run",
            "compare",
            "EOF",
            "NULL",
            "NAN",
            "BUFSIZ",
            "FILE",
            "EINVAL",
            "SIGINT",
            "INT_MAX",
            "errno",
            "stdin",
            "uint8_t",
            "int",
            "template",
            "wchar_t",
            "signal",
            "entity",
            "module",
            "proc",
            "std",
            "hls",
            "mnist_hls",
            "ap_fixed",
            "cnn",
            "Hostile",
            "Design",
            "design",
            "main",
            "a_b",
            "aB",
            "a__b",
            "kInputByPixel",
            "input_by",
            "x",
            "X",
            "x_",
            "ordered_logits");

    private static final Pattern ALIAS = Pattern.compile("  using (\\w+) = ");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsACompiler() {
        ExternalProgram.require("g++", "g++", HostileNamesTest.class);
    }

    /** A layer of each kind for each name in turn, so that each name meets several kinds of struct in a few turns. */
    private static Sample network(int turn) {
        List<Node> nodes = new ArrayList<>();
        for (String name : HOSTILE) {
            List<Integer> before = List.of(nodes.size());
            Layer layer =
                    switch (nodes.isEmpty() ? 0 : (nodes.size() + turn) % 7) {
                        case 0 -> new Conv2d(name, 2, Window.square(1, 1));
                        case 1 -> new Add(name);
                        case 2 -> new Prelu(name);
                        case 3 -> new MaxPool(name, Window.square(1, 1));
                        case 4 -> new AveragePool(name, Window.square(1, 1));
                        case 5 -> new Sigmoid(name);
                        default -> new DepthwiseConv2d(name, 1, Window.square(1, 1), true);
                    };
            boolean joins = layer instanceof Add;
            nodes.add(new Node(layer, joins ? List.of(nodes.size(), nodes.size() - 1) : before));
        }
        nodes.add(new Node(new Flatten("flat"), List.of(nodes.size())));
        nodes.add(new Node(new Dense("value", 3), List.of(nodes.size())));
        Architecture architecture =
                new Architecture("hostile", new Shape(2, 2, 2), PixelScaling.UNIT, nodes, nodes.size());
        return new Sample(turn, architecture, Map.of("*", "ap_fixed<12,5>"));
    }

    private RenderRequest request(Sample sample, InterfaceKind kind, DesignNames names) {
        RenderRequest request = RandomDesign.of(sample);
        return new RenderRequest(
                request.network(),
                request.plan(),
                kind,
                kind == InterfaceKind.AXIS ? ControlProtocol.AP_CTRL_NONE : ControlProtocol.S_AXILITE,
                names,
                request.goldenVectors(),
                request.scripts(),
                Optional.empty());
    }

    private static final List<String> CHECK = List.of("g++", "-fsyntax-only", "-Isim", "-Isrc");

    private GeneratedProject.Outcome compile(RenderRequest request, Path target)
            throws IOException, InterruptedException {
        GeneratedProject project = GeneratedProject.write(request, target);
        List<String> command = new ArrayList<>(CHECK);
        command.addAll(GeneratedProject.STRICT);
        command.add("tb/" + request.names().prefix() + "testbench.cpp");
        command.add("src/" + request.names().prefix() + "top.cpp");
        return project.run(command);
    }

    @Thorough
    @ParameterizedTest
    @CsvSource({"AXIS, 0", "M_AXI, 1", "ARRAY, 2"})
    void layersMayHaveAnyName(InterfaceKind kind, int turn) throws Exception {
        RenderRequest request = request(network(turn), kind, new DesignNames("Hostile", "Design", ""));

        GeneratedProject.Outcome outcome = compile(request, folder);

        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    /** Each kind of layer in its turn: every struct's members are on the list that no struct's own name is taken from. */
    @Test
    void everyMemberOfAStructIsReserved() {
        Set<String> members = new TreeSet<>();
        for (long seed = 0; seed < 40; seed++) {
            Map<String, byte[]> files = new ProjectRenderer().render(RandomDesign.of(RandomNetworks.createGraph(seed)));
            files.forEach((path, bytes) -> {
                if (path.endsWith("config.hpp")) {
                    Matcher alias = ALIAS.matcher(new String(bytes, StandardCharsets.UTF_8));
                    while (alias.find()) {
                        members.add(alias.group(1));
                    }
                }
            });
        }

        assertThat(members).contains("Input", "Weight", "Slope", "Left", "RawReciprocal");
        assertThat(members).allMatch(ReservedNames::isTakenInNamespace);
    }

    @Test
    void namesOfOrdinaryLayersStay() {
        Sample sample = new Sample(
                1,
                new Architecture(
                        "plain",
                        new Shape(1, 4, 4),
                        List.of(
                                new Conv2d("conv1", 2, Window.square(2, 1)),
                                new MaxPool("pool_1", Window.square(2, 1)),
                                new Flatten("flatten"),
                                new Dense("FC", 2))),
                Map.of("*", "ap_fixed<12,5>"));

        assertThat(CppNames.structs(sample.quantized(), new DesignNames("cnn", "cnn_net", "")))
                .containsExactly("Conv1", "Pool1", "FC");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wchar_t",
                "static_assert",
                "thread_local",
                "static_cast",
                "and_eq",
                "char16_t",
                "errno",
                "NULL",
                "EOF",
                "stdin",
                "uint8_t",
                "co_await",
                "concept",
                "char8_t",
                "main",
                "std",
                "hls",
                "ap_fixed",
                "mnist_hls",
                "Totals",
                "entity",
                "SIGNAL",
                "wire",
                "always_comb",
                "foreach",
                "INT_MAX",
                "kPixels",
                "MNIST_HLS_TRIP",
                "AP_RND",
                "answer",
                "NET_CONFIG_HPP"
            })
    void wordsMacrosAndTypesAreNoTopFunction(String name) {
        assertThatThrownBy(() -> new DesignNames(name, "net", ""))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(
                        "<topName> (-Dmnist-hls.topName) is '" + name + "': generated code cannot have this name (")
                .hasMessageEndingWith("Choose another one, such as " + name + "_cnn.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wchar_t",
                "and_eq",
                "errno",
                "stdin",
                "uint8_t",
                "ap_fixed",
                "a::ap_int",
                "std",
                "hls",
                "mnist_hls",
                "printf",
                "Network",
                "concept::a",
                "EOF"
            })
    void wordsMacrosTypesAndFunctionsAreNoNamespace(String name) {
        assertThatThrownBy(() -> new DesignNames("cnn", name, ""))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("<namespace> (-Dmnist-hls.namespace) is '");
    }
}
