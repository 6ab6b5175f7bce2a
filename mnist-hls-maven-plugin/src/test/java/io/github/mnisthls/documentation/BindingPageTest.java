/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.rendering.BoundRepository;
import io.github.mnisthls.rendering.InterfaceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows the page on binding word by word gets something that builds and runs, with each interface. */
@Slow
class BindingPageTest {
    private static final Page PAGE = Page.of("src/site/markdown/binding.md");

    @TempDir
    private Path repository;

    @ParameterizedTest
    @CsvSource({
        "AXIS, 'one_image.cpp for the interface axis', 11",
        "ARRAY, 'one_image.cpp for the interface array', 10",
        "M_AXI, 'one_image.cpp for the interface m_axi', 11",
        "AXIS, 'one_image.cpp for every interface', 11",
        "ARRAY, 'one_image.cpp for every interface', 11",
        "M_AXI, 'one_image.cpp for every interface', 11"
    })
    void whatThePageShowsBuildsAndRuns(InterfaceKind kind, String testbench, int lines) throws Exception {
        ExternalProgram.require("make", "make", BindingPageTest.class);
        ExternalProgram.require("g++", "g++", BindingPageTest.class);
        Files.writeString(repository.resolve("Makefile"), block("make", "NETWORK := fpga/cnn") + "\n");
        Files.writeString(repository.resolve("one_image.cpp"), block("cpp", testbench) + "\n");

        List<String> answer = BoundRepository.with(kind, repository).makeAndRun("build/one_image");

        assertThat(answer)
                .hasSize(lines)
                .allSatisfy(line -> assertThat(Double.parseDouble(line)).isFinite());
    }

    private static String block(String language, String start) {
        return PAGE.blocks().stream()
                .filter(block ->
                        block.language().equals(language) && block.text().contains(start))
                .map(CodeBlock::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the page shows no " + language + " with '" + start + "'"));
    }
}
