/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All reserved words for each name that the POM gives: refused, or the compiler takes what is made of them. */
@Slow
class NamesOfSettingsTest {
    private static final String CPP = "C++14 to C++20";
    private static final List<String> OF_THE_TOP = List.of(CPP, "Verilog and SystemVerilog", "VHDL", "Tcl");
    private static final List<String> STANDARDS = List.of("-std=c++14", "-std=c++17", "-std=c++20");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^#define (\\w+)");

    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z]\\w*");
    private static final String BEFORE = "#include \"../tb/testbench.cpp\"\n#include \"top.cpp\"\n";

    /** These are what the names stand beside. */
    private static final List<String> DESIGN = List.of("cnn", "cnn_net");

    @TempDir
    private Path folder;

    @Test
    void wordsOfTheLanguagesAreNoTopFunctionAndThoseOfCppNoNamespace() {
        Map<String, Set<String>> words = words();
        List<String> taken = new ArrayList<>();
        for (String language : OF_THE_TOP) {
            assertThat(words.get(language)).hasSizeGreaterThan(80);
            taken.addAll(accepted(words.get(language), NamesOfSettingsTest::top));
        }
        taken.addAll(accepted(words.get(CPP), NamesOfSettingsTest::namespace));
        words.get("VHDL")
                .forEach(word ->
                        taken.addAll(accepted(Set.of(word.toUpperCase(Locale.ROOT)), NamesOfSettingsTest::top)));

        assertThat(taken).isEmpty();
    }

    /** Also all names and macros that the headers bring, in each language standard that a compiler may be told. */
    @Thorough
    @Test
    void whatIsTakenCanBeCompiled() throws Exception {
        ExternalProgram.require("g++", "g++", NamesOfSettingsTest.class);
        GeneratedProject project = GeneratedProject.write(request(""), folder);
        Set<String> names = all();
        names.addAll(namesOfHeaders(project));
        names.removeAll(DESIGN);
        Set<String> namespaces = accepted(names, NamesOfSettingsTest::namespace);
        assertThat(namespaces).contains("entity", "wire", "proc").doesNotContain("EOF", "printf", "hls");
        compile(
                project,
                namespaces.stream()
                        .map(name -> "namespace " + name + " { struct Layer__ {}; inline void run__(Layer__) {} }\n"));
        Set<String> functions = accepted(names, NamesOfSettingsTest::top);
        assertThat(functions).contains("printf", "Layer").doesNotContain("EOF", "signal", "main", "wire");
        compile(project, functions.stream().map(name -> "void " + name + "(hls::stream<cnn_net::PixelBeat>&) {}\n"));
    }

    /** The words of the testbench and of all that it includes, once they are included; and the macros that there are then. */
    private Set<String> namesOfHeaders(GeneratedProject project) throws Exception {
        Set<String> names = new TreeSet<>();
        for (String what : List.of("-P", "-dM")) {
            GeneratedProject.Outcome text = project.run(
                    List.of("g++", "-std=c++14", "-E", what, "-Isim", "-Isrc", "tb/testbench.cpp", "src/top.cpp"));
            assertThat(text.status()).isZero();
            Matcher word = WORD.matcher(text.text());
            while (word.find()) {
                names.add(word.group());
            }
        }
        assertThat(names).hasSizeGreaterThan(2000).contains("select", "EOF");
        return names;
    }

    private void compile(GeneratedProject project, Stream<String> definitions) throws Exception {
        String code = BEFORE + String.join("", definitions.toList());
        Files.writeString(folder.resolve("src/names.cpp"), code);
        for (String standard : STANDARDS) {
            GeneratedProject.Outcome outcome = project.run(List.of(
                    "g++", standard, "-fsyntax-only", "-Isim", "-Isrc", "-w", "-fmax-errors=0", "src/names.cpp"));
            assertThat(outcome.text()).as(standard).isEmpty();
            assertThat(outcome.status()).isZero();
        }
    }

    @Test
    void topFunctionsCanBeModulesOfVerilog() throws Exception {
        ExternalProgram.require("yosys", "yosys", NamesOfSettingsTest.class);
        StringBuilder modules = new StringBuilder();
        accepted(all(), NamesOfSettingsTest::top)
                .forEach(name -> modules.append("module " + name + "(input a, output b); assign b = a; endmodule\n"));
        Files.writeString(folder.resolve("modules.sv"), modules);

        GeneratedProject.Outcome outcome =
                GeneratedProject.runIn(folder, List.of("yosys", "-q", "-p", "read_verilog -sv modules.sv"));

        assertThat(outcome.text()).isEmpty();
        assertThat(outcome.status()).isZero();
    }

    /** It only begins other names: no file takes another's place, and no macro is a word or another's name. */
    @Test
    void anyWordCanBeThePrefix() {
        Map<String, Set<String>> words = words();
        int files = new ProjectRenderer().render(request("")).size();
        Set<String> macros = new TreeSet<>(words.get("macros of the standard headers"));
        words.get(CPP).forEach(macros::add);
        for (String language : List.of(CPP, "Tcl")) {
            for (String prefix : accepted(words.get(language), NamesOfSettingsTest::prefix)) {
                Map<String, byte[]> rendered = new ProjectRenderer().render(request(prefix));
                assertThat(rendered).hasSize(files);
                rendered.forEach((name, text) -> {
                    Matcher definition = DEFINITION.matcher(new String(text, StandardCharsets.UTF_8));
                    while (name.startsWith("src/" + prefix) && definition.find()) {
                        assertThat(macros).doesNotContain(definition.group(1));
                    }
                });
            }
        }
    }

    private static RenderRequest request(String prefix) {
        FixedPointFormat format = new FixedPointFormat(8, 4, true, Rounding.AP_RND, Overflow.AP_SAT);
        QuantizedNetwork network = new SampleNetworks(3, new Shape(1, 2, 2), format, format, format)
                .dense("dense", 3, false)
                .build();
        RenderRequest request = GeneratedProject.request(
                network, new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)), 2);
        return new RenderRequest(
                request.network(),
                request.plan(),
                request.interfaceKind(),
                request.control(),
                new DesignNames("cnn", "cnn_net", prefix),
                request.goldenVectors(),
                request.scripts(),
                request.templateOverrides());
    }

    private static void top(String name) {
        new DesignNames(name, "net", "");
    }

    private static void namespace(String name) {
        new DesignNames("top_of_all", name, "");
    }

    private static void prefix(String name) {
        new DesignNames("cnn", "net", name);
    }

    private static Set<String> accepted(Set<String> names, Consumer<String> setting) {
        Set<String> accepted = new TreeSet<>();
        for (String name : names) {
            try {
                setting.accept(name);
                accepted.add(name);
            } catch (InvalidSettingException e) {
                assertThat(e).hasMessageContaining(name);
            }
        }
        return accepted;
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>(Set.of("Layer", "my_net"));
        words().values().forEach(all::addAll);
        return all;
    }

    private static Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new TreeMap<>();
        ReservedNames.sections().forEach((section, names) -> words.put(section, new TreeSet<>(names)));
        return words;
    }
}
