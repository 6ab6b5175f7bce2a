/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two READMEs say the same: same structure, same commands, POMs and outputs, same links. */
class TranslationTest {
    private static final Page ENGLISH = Page.of("README.md");
    private static final Page CHINESE = Page.of("README.zh-CN.md");

    @Test
    void theStoryOfTheFailureIsTheSame() {
        Page english = Page.of("src/site/markdown/diagnose.md");
        Page chinese = Page.of("src/site/markdown/diagnose.zh-CN.md");

        assertThat(differences(english, chinese)).isEmpty();
    }

    @Test
    void theReadmesAgree() {
        assertThat(differences(ENGLISH, CHINESE)).isEmpty();
    }

    @Test
    void theTranslationIsOne() {
        assertThat(CHINESE.prose().stream()
                        .filter(line -> line.codePoints().anyMatch(Character::isIdeographic))
                        .count())
                .isGreaterThan(ENGLISH.prose().size() / 4);
    }

    @Test
    void disagreementIsSeen() {
        Page planted = Page.parse(
                "README.zh-CN.md",
                List.of("# A", "### B", "[link](LICENSE) `mvn package`", "```sh", "mvn verify", "```"));

        assertThat(differences(ENGLISH, planted)).hasSize(4);
    }

    private static List<String> differences(Page one, Page other) {
        List<String> differences = new ArrayList<>();
        if (!levels(one).equals(levels(other))) {
            differences.add("headings: " + levels(one) + " and " + levels(other));
        }
        if (!texts(one).equals(texts(other))) {
            differences.add("blocks: " + texts(one) + " and " + texts(other));
        }
        if (!links(one).equals(links(other))) {
            differences.add("links: " + links(one) + " and " + links(other));
        }
        if (!names(one).equals(names(other))) {
            differences.add("names: " + names(one) + " and " + names(other));
        }
        return differences;
    }

    private static List<Integer> levels(Page page) {
        return page.headings().stream().map(line -> line.indexOf(' ')).toList();
    }

    private static List<String> texts(Page page) {
        return page.blocks().stream()
                .map(block -> block.language() + "\n" + block.text())
                .toList();
    }

    private static List<String> links(Page page) {
        return page.links().stream()
                .filter(link -> !link.startsWith("README"))
                .sorted()
                .toList();
    }

    private static List<String> names(Page page) {
        return page.inlineCode().stream().sorted().toList();
    }
}
