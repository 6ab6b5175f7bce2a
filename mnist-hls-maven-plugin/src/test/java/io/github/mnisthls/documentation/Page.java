/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, in Markdown.
 *
 * @param name   path relative to the repository, with slashes
 * @param blocks fenced blocks
 * @param prose  everything else
 */
public record Page(String name, List<CodeBlock> blocks, List<String> prose) {
    /** Folder of the site's pages. */
    static final String ENGLISH = "src/site/markdown/";

    /** Folder of those that are there in Chinese, too, by the same names. */
    static final String CHINESE = "src/site/zh/markdown/";

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> AT_THE_ROOT =
            List.of("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md");
    private static final String FENCE = "```";
    private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.+)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    public Page {
        blocks = List.copyOf(blocks);
        prose = List.copyOf(prose);
    }

    /** All pages of the repository. */
    public static List<Page> all() {
        return Stream.of(AT_THE_ROOT.stream().map(Page::of), in(ENGLISH).stream(), in(CHINESE).stream())
                .flatMap(pages -> pages)
                .toList();
    }

    /** The pages of this folder. */
    static List<Page> in(String folder) {
        try (Stream<Path> files = Files.list(REPOSITORY.resolve(folder))) {
            return files.sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of the repository. */
    public static Path file(String name) {
        return REPOSITORY.resolve(name).normalize();
    }

    /** The page with this path. */
    public static Page of(String name) {
        return read(file(name));
    }

    private static Page read(Path file) {
        try {
            return parse(REPOSITORY.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Page parse(String name, List<String> lines) {
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> prose = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.startsWith(FENCE)) {
                prose.add(line);
                continue;
            }
            int end = i + 1;
            while (end < lines.size() && !lines.get(end).startsWith(FENCE)) {
                end++;
            }
            String place = name + ":" + (i + 1);
            blocks.add(new CodeBlock(place, line.substring(FENCE.length()).strip(), lines.subList(i + 1, end)));
            i = end;
        }
        return new Page(name, blocks, prose);
    }

    /** Headings with their marks, such as {@code ## Data}. */
    List<String> headings() {
        return prose.stream().filter(line -> HEADING.matcher(line).matches()).toList();
    }

    /** Names that links within the page may point at, as Git hosts make them of headings. */
    List<String> anchors() {
        return headings().stream()
                .map(line -> line.replaceFirst("#+ +", "")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    /** Targets of links. */
    List<String> links() {
        return LINK.matcher(String.join("\n", prose))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** What is set in the font of code within sentences. */
    public List<String> inlineCode() {
        return CODE.matcher(String.join("\n", prose))
                .results()
                .map((MatchResult match) -> match.group(1).replaceAll("\\s+", " "))
                .toList();
    }
}
