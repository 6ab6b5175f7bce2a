/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks the LLVM code of a design that uses every kernel for what hardware cannot do, or should not. */
@Slow
class SynthesizableSubsetTest {
    private static final Path SUBSET =
            Path.of("..", "src", "test", "cpp", "subset").toAbsolutePath().normalize();
    private static final Pattern FUNCTION = Pattern.compile("(?ms)^define .*?@\"?([\\w.$]+)\"?\\(.*?^\\}$");
    private static final Pattern CALL = Pattern.compile("(?:call|invoke) [^@\\n]*?(@\"?[\\w.$]+\"?|%[\\w.]+)\\(");
    private static final Pattern FORBIDDEN =
            Pattern.compile("\\b(float|double|fadd|fmul|fdiv|sdiv|udiv|srem|urem|indirectbr|landingpad|va_arg)\\b");

    private static final FixedPointFormat FORMAT = new FixedPointFormat(8, 3, true, Rounding.AP_RND, Overflow.AP_SAT);

    @TempDir
    private Path folder;

    @Test
    void aDesignWithEveryKernelIsInTheSubset() throws Exception {
        String code = compile(everyKernel());

        assertThat(FUNCTION.matcher(code).results().map(found -> found.group(1)))
                .anyMatch(name -> name.contains("SlidingWindow"));
        assertIsInTheSubset(code);
    }

    @Test
    void aWindowInMemoryIsInTheSubset() throws Exception {
        ExternalProgram.require("clang++", "clang", SynthesizableSubsetTest.class);
        QuantizedNetwork wide = new SampleNetworks(7, new Shape(2, 6, 6), FORMAT, FORMAT, FORMAT)
                .conv("spread", 132, Window.square(1, 1), true)
                .conv("wide", 3, new Window(3, 3, 2, 2, Padding.of(1)), true)
                .dense("dense", 4, false)
                .build();
        var plan = new Planner()
                .plan(wide, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(40));
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(wide, plan, 1), folder);

        assertThat(project.folder().resolve("src/top.cpp")).content().contains("mnist_hls::BufferedWindow<");
        assertIsInTheSubset(compile(project));
    }

    @Test
    void productsByAddersAreInTheSubset() throws Exception {
        ExternalProgram.require("clang++", "clang", SynthesizableSubsetTest.class);
        QuantizedNetwork network = new SampleNetworks(7, new Shape(1, 6, 6), FORMAT, FORMAT, FORMAT)
                .conv("conv", 2, Window.square(3, 1), true)
                .dense("dense", 3, false)
                .build();
        Folding adders = new Folding(1, 1, Implementation.ADDERS, 1);
        var plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.VIRTEX_13P, 10)
                                .withFoldings(Map.of("conv", adders, "dense", adders)));
        GeneratedProject project = GeneratedProject.write(GeneratedProject.request(network, plan, 1), folder);

        assertThat(project.folder().resolve("src/top.cpp")).content().contains("mnist_hls::ConstantMatrix<");
        assertIsInTheSubset(compile(project));
    }

    @Test
    void productsOfAllKindsAreInTheSubset() throws Exception {
        ExternalProgram.require("clang++", "clang", SynthesizableSubsetTest.class);
        QuantizedNetwork network = AllProducts.network();
        GeneratedProject project =
                GeneratedProject.write(GeneratedProject.request(network, AllProducts.plan(network), 1), folder);

        assertThat(project.folder().resolve("src/top.cpp")).content().contains(AllProducts.CALLS);
        assertIsInTheSubset(compile(project));
    }

    @ParameterizedTest
    @EnumSource(InterfaceKind.class)
    void everyKindOfPortsIsInTheSubset(InterfaceKind ports) throws Exception {
        ExternalProgram.require("clang++", "clang", SynthesizableSubsetTest.class);
        QuantizedNetwork endsInImage = new SampleNetworks(7, new Shape(1, 6, 6), FORMAT, FORMAT, FORMAT)
                .conv("conv", 4, Window.square(3, 1), false)
                .build();
        var plan = new Planner().plan(endsInImage, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10));
        RenderRequest request = new RenderRequest(
                endsInImage,
                plan,
                ports,
                ControlProtocol.S_AXILITE,
                new DesignNames("cnn", "cnn_net", ""),
                SampleNetworks.golden(endsInImage, 1),
                SampleDialects.TODAY,
                Optional.empty());

        GeneratedProject project = GeneratedProject.write(request, folder);

        assertThat(project.folder().resolve("src/top.cpp")).content().contains("mnist_hls::OrderLogits<");
        assertIsInTheSubset(compile(project));
    }

    private static void assertIsInTheSubset(String code) {
        Map<String, Set<String>> calls = new TreeMap<>();
        Matcher functions = FUNCTION.matcher(code);
        while (functions.find()) {
            String body = functions.group();
            assertThat(FORBIDDEN.matcher(body).results().map(found -> found.group(1)))
                    .as("instructions of %s", functions.group(1))
                    .isEmpty();
            calls.put(functions.group(1), callees(body));
        }

        assertThat(calls).isNotEmpty();
        calls.forEach((function, callees) -> {
            assertThat(callees).as("%s calls", function).allMatch(name -> isAllowed(name, calls.keySet()));
            assertThat(reachable(function, calls)).as("recursion").doesNotContain(function);
        });
    }

    /** For tools that have no streams of their own. */
    @Test
    void ourStreamsInFixedBuffersAreInTheSubset() throws Exception {
        GeneratedProject project = everyKernel();

        String code = compile(project, "-DMNIST_HLS_STREAM_BUFFER=2048");
        GeneratedProject.Outcome outcome =
                project.compile("g++", "-O1", "-DMNIST_HLS_STREAM_BUFFER=2048").simulate("tb/golden.bin");

        assertIsInTheSubset(code);
        assertThat(outcome.text()).contains(ProjectRenderer.VERDICT);
    }

    @Test
    void theWalkSeesWhatIsForbidden() throws Exception {
        GeneratedProject project = everyKernel();
        Path top = project.folder().resolve("src/top.cpp");
        Files.writeString(
                top,
                Files.readString(top)
                        + "\nint* forbidden(int a, int b, double c) { int* p = new int[4]; p[0] = b / a;"
                        + " p[1] = static_cast<int>(c * 2); return p; }\n");

        String code = compile(project);

        assertThat(FORBIDDEN
                        .matcher(code)
                        .results()
                        .map(found -> found.group(1))
                        .distinct())
                .contains("sdiv", "double", "fmul");
        assertThat(callees(code)).anyMatch(name -> name.startsWith("_Zna"));
    }

    private static boolean isAllowed(String callee, Set<String> own) {
        return own.contains(callee) || callee.startsWith("llvm.") || callee.contains("3hls6stream");
    }

    private static Set<String> callees(String body) {
        Set<String> callees = new TreeSet<>();
        Matcher calls = CALL.matcher(body);
        while (calls.find()) {
            String callee = calls.group(1);
            callees.add(callee.startsWith("@") ? callee.substring(1).replace("\"", "") : "through a pointer");
        }
        return callees;
    }

    private static Set<String> reachable(String start, Map<String, Set<String>> calls) {
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(calls.get(start));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (seen.add(next)) {
                open.addAll(calls.getOrDefault(next, Set.of()));
            }
        }
        return seen;
    }

    private GeneratedProject everyKernel() throws Exception {
        ExternalProgram.require("clang++", "clang", SynthesizableSubsetTest.class);
        QuantizedNetwork network = new SampleNetworks(7, new Shape(2, 12, 12), FORMAT, FORMAT, FORMAT)
                .conv("conv", 6, new Window(3, 3, 1, 1, Padding.of(1)), true)
                .maxPool("tiles", Window.square(2, 2))
                .maxPool("overlapping", Window.square(3, 1))
                .averagePool("mean", Window.square(2, 2))
                .dense("dense", 10, false)
                .build();
        var plan = new Planner()
                .plan(
                        network,
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(40));
        return GeneratedProject.write(GeneratedProject.request(network, plan, 1), folder);
    }

    private static String compile(GeneratedProject project) throws Exception {
        return compile(project, "-I" + SUBSET);
    }

    /** @param streams where they come from */
    private static String compile(GeneratedProject project, String streams) throws Exception {
        List<String> command = new ArrayList<>(List.of("clang++"));
        command.addAll(GeneratedProject.STRICT);
        command.addAll(List.of("-D__SYNTHESIS__", "-fno-exceptions", "-O1", "-fno-vectorize", "-fno-slp-vectorize"));
        command.addAll(List.of("-S", "-emit-llvm", streams, "-Isim", "-Isrc", "-o", "top.ll", "src/top.cpp"));
        GeneratedProject.Outcome outcome = project.run(command);
        assertThat(outcome.status()).as(outcome.text()).isZero();
        return Files.readString(project.folder().resolve("top.ll"));
    }
}
