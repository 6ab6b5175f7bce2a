/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages for developers name classes and folders that there are. */
class NamedClassesTest {
    private static final List<String> PAGES =
            List.of("CONTRIBUTING.md", "src/site/markdown/inside.md", "src/site/markdown/adding-a-layer.md");
    private static final Pattern CLASS = Pattern.compile("[A-Z]\\w*[a-z]\\w*");
    private static final Pattern FOLDER =
            Pattern.compile("(?:src|templates|example-project|mnist-hls-maven-plugin)/\\S*");

    @Test
    void classesAndFoldersExist() {
        for (String page : PAGES) {
            assertThat(problems(Page.of(page))).as(page).isEmpty();
        }
    }

    @Test
    void wrongNamesAreSeen() {
        assertThat(problems(
                        Page.parse("planted.md", List.of("`Quantizer` `Quantiser` `src/main/hls` `src/main/hsl/`"))))
                .containsExactly("Quantiser", "src/main/hsl/");
    }

    private static List<String> problems(Page page) {
        return page.inlineCode().stream()
                .filter(code -> (CLASS.matcher(code).matches() && !isSource(code))
                        || (FOLDER.matcher(code).matches() && !Files.exists(Page.file(code))))
                .toList();
    }

    private static boolean isSource(String name) {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.anyMatch(file -> file.endsWith(name + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
