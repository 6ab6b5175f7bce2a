/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The site's Chinese pages show the same as the English ones, and links say where they leave the language. */
class ChinesePagesTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s:]*\\.md)(?:#[^)]*)?\\)(（英文）)?");
    private static final List<String> TRANSLATED = Page.in(Page.CHINESE).stream()
            .map(page -> page.name().substring(Page.CHINESE.length()))
            .toList();

    @Test
    void everyPageIsThereInChinese() {
        assertThat(Page.in(Page.ENGLISH))
                .extracting(page -> page.name().substring(Page.ENGLISH.length()))
                .isEqualTo(TRANSLATED);
    }

    @Test
    void everyChinesePageAgreesWithTheEnglishOne() {
        assertThat(TRANSLATED)
                .allSatisfy(name -> assertThat(
                                Translation.differences(Page.of(Page.ENGLISH + name), Page.of(Page.CHINESE + name)))
                        .isEmpty());
    }

    @Test
    void theTwoLinkEachOtherAtTheTop() {
        assertThat(TRANSLATED).allSatisfy(name -> {
            assertThat(Page.of(Page.ENGLISH + name).prose().get(2)).isEqualTo("[中文](../zh/markdown/" + name + ")");
            assertThat(Page.of(Page.CHINESE + name).prose().get(2)).isEqualTo("[English](../../markdown/" + name + ")");
        });
    }

    @Test
    void linksThatLeadToEnglishSaySo() {
        assertThat(TRANSLATED)
                .allSatisfy(name ->
                        assertThat(unmarked(Page.of(Page.CHINESE + name))).isEmpty());
        assertThat(unmarked(Page.of("README.zh-CN.md"))).isEmpty();
    }

    @Test
    void linksWithoutTheirMarksAreSeen() {
        Page planted = Page.parse(
                Page.CHINESE + "planted.md",
                List.of("[a](index.md) [b](../../markdown/goals.md) [c](../../markdown/index.md)（英文）"
                        + " [d](index.md)（英文）"));

        assertThat(unmarked(planted)).containsExactly("../../markdown/goals.md", "../../markdown/index.md", "index.md");
    }

    @Test
    void otherFiguresAreSeen() {
        Page english = Page.parse("a.md", List.of("| 99.38, 10,000 |", "| 7 |"));
        Page chinese = Page.parse("b.md", List.of("| 99.83，10,000 |", "| 7 |"));

        assertThat(Translation.differences(english, chinese))
                .singleElement()
                .asString()
                .contains("figures");
    }

    private static List<String> unmarked(Page page) {
        List<String> unmarked = new ArrayList<>();
        LINK.matcher(String.join("\n", page.prose())).results().forEach(link -> {
            String target = link.group(1);
            String name = target.substring(target.lastIndexOf('/') + 1);
            boolean language = target.equals("README.md") || page.name().equals(Page.CHINESE + name);
            boolean english = target.contains("../../markdown/")
                    || (page.name().startsWith("README") && !target.startsWith(Page.CHINESE));
            boolean needless = english && TRANSLATED.contains(name);
            if (!language && (needless || english != (link.group(2) != null))) {
                unmarked.add(target);
            }
        });
        return unmarked;
    }
}
