/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links lead somewhere, and every page can be reached. */
class LinksTest {
    @Test
    void linksLeadToFilesAndHeadings() {
        assertThat(problems(Page.all())).isEmpty();
    }

    @Test
    void theIndexLinksEveryPageOfTheSite() {
        List<String> pages = Page.all().stream()
                .map(Page::name)
                .filter(name -> name.startsWith("src/site/markdown/") && !name.endsWith("/index.md"))
                .map(name -> name.substring("src/site/markdown/".length()))
                .toList();

        assertThat(Page.of("src/site/markdown/index.md").links()).containsAll(pages);
    }

    @Test
    void deadLinksAreSeen() {
        assertThat(problems(List.of(Page.parse(
                        "src/site/markdown/planted.md",
                        List.of(
                                "# A heading, `quoted`",
                                "[a](nowhere.md) [b](index.md)",
                                "[c](#a-heading-quoted) [d](#b)")))))
                .containsExactly(
                        "src/site/markdown/planted.md: nowhere.md leads nowhere",
                        "src/site/markdown/planted.md: #b leads nowhere");
    }

    private static List<String> problems(List<Page> pages) {
        List<String> problems = new ArrayList<>();
        for (Page page : pages) {
            for (String link : page.links()) {
                if (!link.contains("://") && !leadsSomewhere(page, link)) {
                    problems.add(page.name() + ": " + link + " leads nowhere");
                }
            }
        }
        return problems;
    }

    private static boolean leadsSomewhere(Page page, String link) {
        String[] parts = link.split("#", 2);
        String file = parts[0].isEmpty()
                ? page.name()
                : java.nio.file.Path.of(page.name())
                        .resolveSibling(parts[0])
                        .normalize()
                        .toString()
                        .replace('\\', '/');
        if (parts[0].isEmpty()) {
            return page.anchors().contains(parts[1]);
        }
        return Files.exists(Page.file(file))
                && (parts.length < 2 || Page.of(file).anchors().contains(parts[1]));
    }
}
