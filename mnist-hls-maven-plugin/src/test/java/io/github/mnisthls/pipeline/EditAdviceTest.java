/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditAdviceTest {
    private static final Path TEMPLATES = Path.of("../templates");

    /** Of no file, but of a part of several. */
    private static final Set<String> PARTS = Set.of("signature.cpp.vm", "kernel_call.cpp.vm");

    @Test
    void namesTheTemplateWhateverThePrefix() {
        assertThat(EditAdvice.of("src/digits_top.cpp")).contains("template top.cpp.vm into <templateDirectory>");
        assertThat(EditAdvice.of("Makefile")).contains("template Makefile.vm");
    }

    @Test
    void everyTemplateOfTheProjectIsNamed() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            List<String> rendered = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".vm")
                            && !name.startsWith("report")
                            && !name.startsWith("explore")
                            && !PARTS.contains(name))
                    .toList();

            assertThat(rendered)
                    .isNotEmpty()
                    .allSatisfy(template -> assertThat(EditAdvice.of(template.replace(".vm", "")))
                            .contains("template " + template));
        }
    }

    @Test
    void whatIsCopiedHasNoTemplate() {
        assertThat(EditAdvice.of("src/mnist_hls/pool.hpp"))
                .contains("kernels are copied")
                .doesNotContain(".vm");
        assertThat(EditAdvice.of("tb/golden.bin")).contains("no template").doesNotContain(".vm");
    }
}
