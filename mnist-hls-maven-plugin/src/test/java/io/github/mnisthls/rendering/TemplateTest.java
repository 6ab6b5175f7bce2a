/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.velocity.exception.VelocityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Velocity reads some lines of C++ and Tcl as its own: the traps, and a lint that no template falls into one. */
class TemplateTest {
    private static final Path TEMPLATES = Path.of("..", "templates");
    private static final Pattern ROOT = Pattern.compile("^## .* Root: (\\w+) \\((\\w+)\\)\\..*");
    private static final Pattern LITERAL = Pattern.compile("(?s)#\\[\\[.*?]]#");

    @TempDir
    private Path folder;

    private String render(String template, Object root) throws IOException {
        Files.writeString(folder.resolve("trap.vm"), template);
        return new TemplateEngine(Optional.of(folder)).render("trap.vm", "root", root);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".cpp.vm")
                            || file.toString().endsWith(".hpp.vm")
                            || file.toString().endsWith(".mk.vm")
                            || file.toString().endsWith(".tcl.vm")
                            || file.toString().endsWith(".cfg.vm")
                            || file.getFileName().toString().equals("Makefile.vm"))
                    .sorted()
                    .toList();
        }
    }

    private static Class<?> root(String name) throws ClassNotFoundException {
        String folder = name.startsWith("Amd") ? "amd.dialect" : "rendering";
        return Class.forName("io.github.mnisthls." + folder + "." + name);
    }

    @Test
    void includeVanishesUnlessEscaped() throws IOException {
        Alias root = new Alias("x", "y");

        assertThat(render("#include \"a.h\"\n", root)).doesNotContain("#include");
        assertThat(render("\\#include \"a.h\"\n", root)).isEqualTo("#include \"a.h\"\n");
        assertThat(render("#[[#include \"a.h\"]]#\n", root)).contains("#include \"a.h\"");
    }

    @Test
    void defineAndIfAreVelocitys() {
        Alias root = new Alias("x", "y");

        assertThatThrownBy(() -> render("#define X 1\n", root)).isInstanceOf(VelocityException.class);
        assertThatThrownBy(() -> render("#if defined(X)\n#endif\n", root)).isInstanceOf(VelocityException.class);
    }

    @Test
    void pragmasAndGuardsPass() throws IOException {
        String text = "#pragma HLS PIPELINE II=1\n#pragma once\n#ifdef A\n#ifndef B\n#endif\n";

        assertThat(render(text, new Alias("x", "y"))).isEqualTo(text);
    }

    @Test
    void tclVariablesAreReferencesButNamespacedOnesAreNot() throws IOException {
        Alias root = new Alias("x", "y");

        assertThatThrownBy(() -> render("puts $step\n", root)).isInstanceOf(VelocityException.class);
        assertThat(render("#[[puts $step]]#\nputs $::env(X)\n", root)).contains("puts $step", "puts $::env(X)");
    }

    @Test
    void whatDoesNotExistIsAnError() {
        Alias root = new Alias("x", "y");

        assertThatThrownBy(() -> render("${root.nmae}", root)).isInstanceOf(VelocityException.class);
        assertThatThrownBy(() -> render("#if(${root.missing})a#end", root)).isInstanceOf(VelocityException.class);
        assertThatThrownBy(() -> render("${other}", root)).isInstanceOf(VelocityException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${root.getClass().forName('java.lang.Runtime').getName()}",
                "${root.class.classLoader.loadClass('java.lang.Runtime').getName()}",
                "${root.getClass().getModule().getName()}",
                "#foreach($m in ${root.getClass().getMethods()})${m}#end",
                "${root.name.getClass().forName('java.lang.System').getProperty('user.home')}",
                "#set($x = ${root.getClass().getProtectionDomain()})${x}",
            })
    void templatesReachNoOtherClass(String template) {
        Alias root = new Alias("x", "y");

        assertThatThrownBy(() -> render(template, root)).isInstanceOf(VelocityException.class);
    }

    @Test
    void recordsAreRoots() throws IOException {
        assertThat(render("${root.name}=${root.spelling};", new Alias("x", "y")))
                .isEqualTo("x=y;");
    }

    @Test
    void everyTemplateNamesItsRootAndUsesOnlyIt() throws Exception {
        assertThat(templates()).hasSizeGreaterThanOrEqualTo(9);
        for (Path template : templates()) {
            String text = Files.readString(template);
            Matcher header = ROOT.matcher(text.lines().findFirst().orElseThrow());
            assertThat(header.matches()).as("header of %s", template).isTrue();
            assertThat(root(header.group(2)).isRecord()).isTrue();
            String rest = LITERAL.matcher(text.substring(header.end())).replaceAll("");
            assertThat(rest)
                    .as("%s: formal references", template)
                    .doesNotContainPattern("\\$[A-Za-z!](?![^\\n]*in \\$\\{)");
            assertThat(rest).as("%s: no logic", template).doesNotContain("#set", "#macro", "#parse", "#evaluate");
            assertThat(rest)
                    .as("%s: directives of C++", template)
                    .doesNotContainPattern("(?m)(^|[^\\\\])#(include|define|else|elseif|if +defined)\\b(?!\\s*$)")
                    .doesNotContainPattern("(?m)^#define");
            Matcher references = Pattern.compile("\\$\\{(\\w+)").matcher(rest);
            while (references.find()) {
                String name = references.group(1);
                assertThat(name.equals(header.group(1))
                                || name.equals("foreach")
                                || rest.contains("#foreach($" + name + " in "))
                        .as("%s: ${%s}", template, name)
                        .isTrue();
            }
        }
    }
}
