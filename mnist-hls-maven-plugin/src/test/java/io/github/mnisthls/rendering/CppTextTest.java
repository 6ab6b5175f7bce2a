/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.HostileText;
import io.github.mnisthls.Slow;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.quantization.QuantizedNetwork;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever text comes in, the compiler sees the code that it would see with plain text. */
@Slow
class CppTextTest {
    @TempDir
    private Path folder;

    private static RenderRequest request(String name, String precision) {
        QuantizedNetwork plain = SampleNetworks.lenet8();
        QuantizedNetwork network = new QuantizedNetwork(name, precision, plain.input(), plain.nodes());
        return GeneratedProject.request(
                network, new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)), 1);
    }

    @Test
    void commentsAndStringsStayWhatTheyAre() throws Exception {
        ExternalProgram.require("g++", "g++", CppTextTest.class);
        StringBuilder program = new StringBuilder("#include <cstdio>\n");
        for (String text : HostileText.ALL) {
            program.append("/// ").append(CppText.comment(text)).append('\n');
            program.append("/* ").append(CppText.comment(text)).append(" */\n");
        }
        program.append("const char text[] = ");
        HostileText.ALL.forEach(
                text -> program.append('"').append(CppText.string(text)).append("\"\n"));
        program.append(";\nint main() { return std::fwrite(text, 1, sizeof text - 1, stdout) == 0; }\n");
        Files.writeString(folder.resolve("texts.cpp"), program);
        GeneratedProject project = GeneratedProject.write(request("plain", "plain"), folder);

        GeneratedProject.Outcome compiled = project.run(List.of(
                "g++", "-std=c++14", "-Wall", "-Wextra", "-Werror", "-Wno-invalid-utf8", "-o", "texts", "texts.cpp"));
        assertThat(compiled.status()).as(compiled.text()).isZero();
        String printed = project.run(List.of("./texts")).text();

        // a lone surrogate has no UTF-8
        String expected = HostileText.ALL.stream().collect(Collectors.joining());
        assertThat(printed).isEqualTo(new String(expected.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        assertThat(program.toString()).doesNotContain("\u202e", "\u2066", "\u2028", "\u0007");
    }

    @Test
    void hostileNamesAndPrecisionsCompile() throws Exception {
        ExternalProgram.require("g++", "g++", CppTextTest.class);
        String all = String.join(" ", HostileText.ALL);

        GeneratedProject project = GeneratedProject.write(request(all, all), folder);

        assertThat(project.compile("g++", "-O0").simulate("tb/golden.bin").text())
                .contains(ProjectRenderer.VERDICT);
        assertThat(project.folder().resolve("src/config.hpp"))
                .content()
                .contains("Generated for the network a int leaked_in = 1; a leaked_in a * / int")
                .doesNotContainPattern("(?m)^[^/]*leaked_in");
    }

    @Test
    void aCommentThatIsNotCleanedWouldBeSeen() throws Exception {
        ExternalProgram.require("g++", "g++", CppTextTest.class);
        GeneratedProject project = GeneratedProject.write(request("plain", "plain"), folder);
        Path config = project.folder().resolve("src/config.hpp");
        Files.writeString(config, "/// a\nleaked_in\n" + Files.readString(config));

        assertThatThrownBy(() -> project.compile("g++", "-O0")).hasMessageContaining("leaked_in");
    }

    @Test
    void scriptsTakePlainWordsOnly() {
        assertThat(HostileText.ALL)
                .filteredOn(text -> !text.startsWith("-a"))
                .allSatisfy(text -> assertThatThrownBy(() -> PlainWord.of("the part", text))
                        .hasMessageContaining("cannot stand in a script"));
        assertThat(PlainWord.of("a file", List.of("tb/net_golden.bin", "xc7z020clg400-1", "3.33")))
                .containsExactly("tb/net_golden.bin", "xc7z020clg400-1", "3.33");
    }
}
