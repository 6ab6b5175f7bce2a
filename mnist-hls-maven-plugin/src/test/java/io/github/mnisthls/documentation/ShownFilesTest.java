/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Makefiles, scripts and C++ that pages show are parts of cases, which build them, or of C++ tests. */
class ShownFilesTest {
    /** What is checked elsewhere, or shows what a program prints. */
    private static final Set<String> OTHERS = Set.of("", "text", "sh", "xml", "json");

    @Test
    void shownCodeIsThatOfTests() {
        List<CodeBlock> shown = Page.all().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> !OTHERS.contains(block.language()))
                .toList();

        assertThat(shown).isNotEmpty();
        assertThat(shown.stream().filter(block -> !isTested(block))).isEmpty();
    }

    @Test
    void otherTextsAreSeen() {
        assertThat(isTested(new CodeBlock("planted.md:1", "make", List.of("include $(NETWORK)/sources.mk"))))
                .isTrue();
        assertThat(isTested(new CodeBlock("planted.md:1", "make", List.of("include $(NETWORK)/files.mk"))))
                .isFalse();
    }

    private static boolean isTested(CodeBlock block) {
        return isBelow(Path.of("src/it"), block) || isBelow(Page.file("src/test/cpp"), block);
    }

    private static boolean isBelow(Path folder, CodeBlock block) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .anyMatch(file -> flushLeft(read(file)).contains(flushLeft(block.text())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String flushLeft(String text) {
        return text.replaceAll("(?m)^[ \\t]+", "");
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
