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

/** Pages for developers name classes, folders and C++ files that there are. */
class NamedClassesTest {
    private static final List<String> PAGES =
            List.of("CONTRIBUTING.md", "src/site/markdown/inside.md", "src/site/markdown/adding-a-layer.md");
    private static final List<String> PAGES_ON_FILES = List.of(
            "src/site/markdown/binding.md", "src/site/markdown/hardware.md", "src/site/markdown/simulation-headers.md");
    private static final List<Path> SOURCES =
            List.of(Path.of("src"), Page.file("src/main"), Page.file("src/test"), Page.file("templates"));
    private static final Pattern FILE = Pattern.compile("\\w+\\.(?:hpp|h|cpp|vm)");
    private static final Pattern CLASS = Pattern.compile("[A-Z]\\w*[a-z]\\w*");
    private static final Pattern FOLDER =
            Pattern.compile("(?:src|templates|example-project|mnist-hls-maven-plugin)/\\S*");

    @Test
    void classesAndFoldersExist() {
        for (String page : PAGES) {
            assertThat(problems(Page.of(page))).as(page).isEmpty();
        }
        Stream.concat(PAGES.stream(), PAGES_ON_FILES.stream())
                .forEach(
                        page -> assertThat(missingFiles(Page.of(page))).as(page).isEmpty());
    }

    @Test
    void wrongNamesAreSeen() {
        assertThat(problems(
                        Page.parse("planted.md", List.of("`Quantizer` `Quantiser` `src/main/hls` `src/main/hsl/`"))))
                .containsExactly("Quantiser", "src/main/hsl/");
        assertThat(missingFiles(Page.parse("planted.md", List.of("`pool.hpp` `config.hpp` `top.cpp.vm` `poll.hpp`"))))
                .containsExactly("poll.hpp");
    }

    private static List<String> problems(Page page) {
        return page.inlineCode().stream()
                .filter(code -> (CLASS.matcher(code).matches() && !isSource(code))
                        || (FOLDER.matcher(code).matches() && !Files.exists(Page.file(code))))
                .toList();
    }

    /** Files as they lie in the repository, or as templates make them. */
    private static List<String> missingFiles(Page page) {
        return page.inlineCode().stream()
                .filter(code -> FILE.matcher(code).matches() && !exists(code) && !exists(code + ".vm"))
                .toList();
    }

    private static boolean isSource(String name) {
        return exists(name + ".java");
    }

    private static boolean exists(String name) {
        return SOURCES.stream().anyMatch(folder -> isBelow(folder, name));
    }

    private static boolean isBelow(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.endsWith(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
