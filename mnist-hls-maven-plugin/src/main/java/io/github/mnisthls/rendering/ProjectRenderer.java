/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.network.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Renders the generated project: every file of it, in memory. */
public final class ProjectRenderer {
    /** What the testbench prints if every logit is as expected. */
    public static final String VERDICT = "mnist-hls: all logits equal";

    /** File name of the golden vectors, in the folder {@code tb}. */
    public static final String GOLDEN = "golden.bin";

    /** Where scripts lie that take the place of others in a copy without golden vectors. */
    public static final String OF_COPY = "internal";

    private static final String INCLUDE = "src";
    private static final String SIM_INCLUDE = "sim";
    private static final String RESOURCES = "/io/github/mnisthls/";

    /** Headers that take the vendor's place in simulation, copied as they are. */
    private static final List<String> SIM_HEADERS = List.of(
            "ap_assignment.h",
            "ap_axi_sdata.h",
            "ap_bit_assignment.h",
            "ap_bit_operations.h",
            "ap_bits.h",
            "ap_comparison.h",
            "ap_concatenation.h",
            "ap_fixed.h",
            "ap_format.h",
            "ap_int.h",
            "ap_native.h",
            "ap_number.h",
            "ap_operators.h",
            "ap_real.h",
            "ap_shift_reg.h",
            "ap_text.h",
            "ap_types.h",
            "ap_utils.h",
            "ap_wide.h",
            "hls_burst_maxi.h",
            "hls_half.h",
            "hls_math.h",
            "hls_math_fixed.h",
            "hls_math_functions.h",
            "hls_math_parts.h",
            "hls_math_real.h",
            "hls_print.h",
            "hls_stream.h",
            "hls_streamofblocks.h",
            "hls_task.h",
            "hls_vector.h");

    /** Files for make, which need no HLS tool. */
    private static final List<String> HOST_SCRIPTS = List.of("Makefile", "sources.mk");

    /** Where the golden vectors lie, relative to the project. */
    public static String golden(DesignNames names) {
        return "tb/" + names.prefix() + GOLDEN;
    }

    /**
     * Renders.
     *
     * @return files by their path relative to the project, with {@code /}; the same request gives the same bytes in the
     *         same order
     */
    public Map<String, byte[]> render(RenderRequest request) {
        String prefix = request.names().prefix();
        String config = prefix + "config.hpp";
        String weights = prefix + "weights.hpp";
        String adders = AddersBuilder.isNeeded(request) ? prefix + "adders.hpp" : "";
        String top = INCLUDE + "/" + prefix + "top.cpp";
        String testbench = "tb/" + prefix + "testbench.cpp";
        String golden = golden(request.names());
        TemplateEngine engine = new TemplateEngine(request.templateOverrides());

        TopModel topModel = new TopBuilder(request, engine).build(config, weights, adders);
        List<String> headers = new ArrayList<>(List.of(INCLUDE + "/" + config, INCLUDE + "/" + weights));
        String adapter = INCLUDE + "/" + prefix + "adapter.hpp";
        headers.add(adapter);
        if (!adders.isEmpty()) {
            headers.add(INCLUDE + "/" + adders);
        }
        topModel.includes().forEach(kernel -> headers.add(INCLUDE + "/" + kernel));

        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, top, engine.render("top.cpp.vm", "top", topModel));
        ConfigModel configModel = new ConfigBuilder(request, engine).build();
        put(files, INCLUDE + "/" + config, engine.render("config.hpp.vm", "config", configModel));
        put(
                files,
                INCLUDE + "/" + weights,
                engine.render("weights.hpp.vm", "weights", new WeightsBuilder(request).build(config)));
        if (!adders.isEmpty()) {
            AddersModel model = new AddersBuilder(request).build(config);
            put(files, INCLUDE + "/" + adders, engine.render("adders.hpp.vm", "adders", model));
        }
        put(
                files,
                testbench,
                engine.render(
                        "testbench.cpp.vm", "bench", bench(request, "../" + INCLUDE + "/" + config, prefix + GOLDEN)));
        put(files, adapter, engine.render("adapter.hpp.vm", "bench", bench(request, config, prefix + GOLDEN)));
        files.put(
                golden,
                request.goldenVectors()
                        .encode(request.network().last().outputFormat().width()));
        // Kernels that the design calls are copied as they are.
        for (String kernel : topModel.includes()) {
            files.put(INCLUDE + "/" + kernel, resource("hls/" + kernel));
        }
        for (String header : SIM_HEADERS) {
            files.put(SIM_INCLUDE + "/" + header, resource("sim/" + header));
        }
        renderScripts(request, engine, script(request, top, headers, testbench, golden), files);
        return files;
    }

    private static void renderScripts(
            RenderRequest request, TemplateEngine engine, ScriptModel script, Map<String, byte[]> files) {
        // A user's own template may ask for what is the tool's in any of them.
        Record scripts = request.scripts().dialect().scriptModel(script);
        for (String file : scriptFiles(request)) {
            put(files, file, engine.render(file + ".vm", "script", scripts));
        }
        request.scripts().goldenOfCopy().ifPresent(place -> {
            Record elsewhere = request.scripts().dialect().scriptModel(script.withGolden(place));
            for (String file : scriptFiles(request)) {
                put(files, OF_COPY + "/" + file, engine.render(file + ".vm", "script", elsewhere));
            }
        });
    }

    private static List<String> scriptFiles(RenderRequest request) {
        return Stream.concat(HOST_SCRIPTS.stream(), request.scripts().dialect().scripts().stream())
                .toList();
    }

    private static TestbenchModel bench(RenderRequest request, String config, String golden) {
        Shape shape = request.network().input().shape();
        return new TestbenchModel(
                config,
                CppNames.guard(request.names(), "adapter"),
                request.names().namespace(),
                request.names().top(),
                shape.channels(),
                shape.height(),
                shape.width(),
                request.plan().pixelsPerBeat(),
                request.interfaceKind() == InterfaceKind.AXIS,
                request.interfaceKind() == InterfaceKind.M_AXI && request.plan().pixelsPerBeat() > 1,
                request.interfaceKind() == InterfaceKind.M_AXI,
                request.scripts().dialect().namesStreams(),
                golden,
                VERDICT);
    }

    private static ScriptModel script(
            RenderRequest request, String top, List<String> headers, String testbench, String golden) {
        return new ScriptModel(
                request.names().top(),
                request.plan().part().name(),
                ConfigBuilder.clock(request.plan().clockPeriodNs()),
                Math.min(
                        request.scripts().cosimImages(), request.goldenVectors().images()),
                List.of(top),
                headers,
                testbench,
                golden,
                request.names().prefix() + GOLDEN,
                INCLUDE,
                SIM_INCLUDE,
                (request.names().prefix() + "MNIST_HLS").toUpperCase(Locale.ROOT),
                request.scripts().coordinates().vlnv(request.names().top()));
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] resource(String path) {
        try {
            return TemplateEngine.Resource.read(RESOURCES + path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
