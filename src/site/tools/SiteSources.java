/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Copies the pages to where the site is made of them: {@code java SiteSources.java src/site target/site-source}.
 *
 * <p>In the repository, links between pages and to headings are those of a Git host. Doxia names headings otherwise, knows
 * Chinese as {@code zh_CN} only, and puts both languages and the images into folders of its own.
 */
final class SiteSources {
    private static final String CHINESE = "zh_CN";
    private static final Pattern HEADING = Pattern.compile("(#{2,6}) +(.+)");
    private static final Pattern OTHER_LETTER = Pattern.compile("[^\\x00-\\x7f]");
    private static final Pattern LINK = Pattern.compile("(]\\()([^)\\s]+)(\\))");

    private SiteSources() {}

    public static void main(String[] folders) throws IOException {
        Path from = Path.of(folders[0]);
        Path to = Path.of(folders[1]);
        pages(from.resolve("markdown"), to.resolve("markdown"));
        pages(from.resolve("zh/markdown"), to.resolve(CHINESE).resolve("markdown"));
        copy(from.resolve("site.xml"), to.resolve("site.xml"));
        copy(from.resolve("site_zh.xml"), to.resolve("site_" + CHINESE + ".xml"));
        for (Path file : files(from.resolve("resources"))) {
            Path name = from.relativize(file);
            copy(file, to.resolve(name));
            copy(file, to.resolve(CHINESE).resolve(name));
        }
    }

    private static void pages(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path page = to.resolve(file.getFileName());
            Files.createDirectories(to);
            Files.writeString(page, String.join("\n", lines(Files.readAllLines(file))) + "\n");
        }
    }

    private static List<String> lines(List<String> lines) {
        boolean[] code = {false};
        return lines.stream()
                .map(line -> {
                    code[0] ^= line.startsWith("```");
                    return code[0] ? line : withLinks(withAnchor(line));
                })
                .collect(Collectors.toList());
    }

    /** The heading with the name that links know it by. */
    private static String withAnchor(String line) {
        Matcher heading = HEADING.matcher(line);
        if (!heading.matches()) {
            return line;
        }
        String anchor = heading.group(2)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        return heading.group(1) + " <a id=\"" + ascii(anchor) + "\"></a>" + heading.group(2);
    }

    /** Of other letters Doxia makes one name in links and another one in headings. */
    private static String ascii(String text) {
        return OTHER_LETTER
                .matcher(text)
                .replaceAll(letter -> String.format("u%04x", letter.group().codePointAt(0)));
    }

    private static String withLinks(String line) {
        return LINK.matcher(line)
                .replaceAll(link -> Matcher.quoteReplacement(link.group(1) + target(link.group(2)) + link.group(3)));
    }

    private static String target(String link) {
        if (link.contains("://")) {
            return link;
        }
        return ascii(link)
                .replaceFirst("\\.md(#|$)", ".html$1")
                .replaceFirst("^\\.\\./zh/markdown/", CHINESE + "/")
                .replaceFirst("^\\.\\./\\.\\./markdown/", "../")
                .replaceFirst("^(\\.\\./)+resources/", "");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.write(to, Files.readAllBytes(from));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }
}
