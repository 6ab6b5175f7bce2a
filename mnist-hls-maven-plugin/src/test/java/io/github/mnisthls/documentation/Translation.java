/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a page and its translation must have in common. */
final class Translation {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)(#|//) .*|<!--.*?-->");

    private Translation() {}

    /** Where they differ in headings, blocks, links, names or the figures of tables. */
    static List<String> differences(Page one, Page other) {
        List<String> differences = new ArrayList<>();
        compare("headings", Translation::levels, one, other, differences);
        compare("blocks", Translation::texts, one, other, differences);
        compare("links", Translation::links, one, other, differences);
        compare("names", Translation::names, one, other, differences);
        compare("figures", Translation::figures, one, other, differences);
        return differences;
    }

    private static void compare(
            String what, Function<Page, List<?>> of, Page one, Page other, List<String> differences) {
        if (!of.apply(one).equals(of.apply(other))) {
            differences.add(other.name() + ": " + what + ": " + of.apply(one) + " and " + of.apply(other));
        }
    }

    private static List<Integer> levels(Page page) {
        return page.headings().stream().map(line -> line.indexOf(' ')).toList();
    }

    private static List<String> texts(Page page) {
        return page.blocks().stream()
                .map(block -> block.language() + "\n"
                        + String.join(
                                "\n",
                                block.lines().stream()
                                        .map(line -> COMMENT.matcher(line).replaceAll(""))
                                        .toList()))
                .toList();
    }

    /** Targets without what tells the language: folder, name of a drawing, words of headings, links between the two. */
    private static List<String> links(Page page) {
        return page.links().stream()
                .map(link -> target(page, link))
                .filter(target -> !target.equals(common(page.name())))
                .sorted()
                .toList();
    }

    private static String target(Page page, String link) {
        if (link.contains("://")) {
            return link;
        }
        String[] parts = link.split("#", 2);
        String file = parts[0].isEmpty()
                ? page.name()
                : Path.of(page.name())
                        .resolveSibling(parts[0])
                        .normalize()
                        .toString()
                        .replace('\\', '/');
        return parts.length < 2
                ? common(file)
                : common(file) + "#" + Page.of(file).anchors().indexOf(parts[1]);
    }

    private static String common(String file) {
        return file.replace(Page.CHINESE, Page.ENGLISH)
                .replace("README.zh-CN.md", "README.md")
                .replace(".zh.svg", ".svg");
    }

    private static List<String> names(Page page) {
        return page.inlineCode().stream().sorted().toList();
    }

    private static List<List<String>> figures(Page page) {
        return page.prose().stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> NUMBER.matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .toList())
                .toList();
    }
}
