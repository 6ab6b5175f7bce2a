/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fails where a link of the site leads nowhere: {@code java SiteLinks.java target/site}.
 *
 * <p>Checks links, images, scripts and style sheets, and the headings that links name. Nothing is asked of the network.
 */
final class SiteLinks {
    private static final Pattern LINK = Pattern.compile("<(?:a|img|link|script)\\s[^>]*?(?:href|src)=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile("\\s(?:id|name)=\"([^\"]*)\"");

    private final Map<Path, Set<String>> names = new HashMap<>();
    private final Set<String> dead = new TreeSet<>();
    private int checked;

    private SiteLinks() {}

    public static void main(String[] arguments) throws IOException {
        SiteLinks links = new SiteLinks();
        Path site = Path.of(arguments[0]).normalize();
        try (Stream<Path> files = Files.walk(site)) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".html")).collect(Collectors.toList());
            pages.forEach(page -> links.check(site, page));
            System.out.println(links.checked + " links of " + pages.size() + " pages, " + links.dead.size() + " dead");
        }
        links.dead.forEach(System.out::println);
        System.exit(links.dead.isEmpty() ? 0 : 1);
    }

    private void check(Path site, Path page) {
        LINK.matcher(read(page))
                .results()
                .map(SiteLinks::target)
                .filter(link -> !link.contains(":"))
                .forEach(link -> {
                    checked++;
                    String[] parts = link.split("#", 2);
                    Path file = parts[0].isEmpty()
                            ? page
                            : page.resolveSibling(URI.create(parts[0]).getPath())
                                    .normalize();
                    boolean there = file.startsWith(site) && Files.isRegularFile(file);
                    boolean named = parts.length < 2
                            || parts[1].isEmpty()
                            || (there && namesIn(file).contains(parts[1]));
                    if (!there || !named) {
                        dead.add(site.relativize(page) + ": " + link);
                    }
                });
    }

    private Set<String> namesIn(Path file) {
        return names.computeIfAbsent(
                file,
                page -> NAME.matcher(read(page))
                        .results()
                        .map(SiteLinks::target)
                        .collect(Collectors.toSet()));
    }

    /** Doxia writes some letters as numbers. */
    private static String target(MatchResult found) {
        return Pattern.compile("&#x([0-9a-f]+);")
                .matcher(found.group(1))
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)))
                .replace("&amp;", "&");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
