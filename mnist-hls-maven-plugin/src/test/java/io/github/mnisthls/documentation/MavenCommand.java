/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names in a {@code mvn} command line, held against the POMs, the goals, the tests and the cases that there are. */
final class MavenCommand {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Set<String> FLAGS = Set.of("-o", "-q", "-B", "-ntp", "-e", "-X", "-N", "-T2");
    private static final Set<String> PHASES = Set.of(
            "clean",
            "generate-sources",
            "process-sources",
            "compile",
            "test-compile",
            "test",
            "package",
            "integration-test",
            "verify",
            "install",
            "site");

    /** Properties of other plugins and of the goal help. */
    private static final Set<String> FOREIGN_PROPERTIES = Set.of(
            "detail",
            "goal",
            "skipTests",
            "maven.test.skip",
            "maven.test.failure.ignore",
            "invoker.skip",
            "surefire.skip");

    private static final List<String> POMS =
            List.of("pom.xml", "mnist-hls-maven-plugin/pom.xml", "example-project/pom.xml");

    private final Goals goals;
    private final List<String> poms;

    MavenCommand(Goals goals) {
        this.goals = goals;
        this.poms = POMS.stream().map(name -> read(Page.file(name))).toList();
    }

    /** What is wrong with the words behind {@code mvn}; empty if nothing is. */
    List<String> problems(String words) {
        List<String> problems = new ArrayList<>();
        List<String> all = BLANKS.splitAsStream(
                        words.replace("'", "").replace("\"", "").strip())
                .toList();
        for (int i = 0; i < all.size(); i++) {
            String word = all.get(i);
            if (word.equals("-pl")) {
                i++;
                if (i == all.size() || !Stream.of(all.get(i).split(",", -1)).allMatch(MavenCommand::isModule)) {
                    problems.add("there is no module for " + word);
                }
            } else if (!isKnown(word)) {
                problems.add("there is no " + word);
            }
        }
        return problems;
    }

    private static boolean isModule(String name) {
        return Files.exists(Page.file(name).resolve("pom.xml"));
    }

    private boolean isKnown(String word) {
        if (word.startsWith("-D")) {
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            return isProperty(name, equals < 0 ? "" : word.substring(equals + 1));
        } else if (word.startsWith("-P")) {
            return isInPoms("<id>" + word.substring(2) + "</id>");
        } else if (word.startsWith("-")) {
            return FLAGS.contains(word);
        } else if (word.contains(":")) {
            return isGoal(word.substring(0, word.indexOf(':')), word.substring(word.indexOf(':') + 1));
        }
        return PHASES.contains(word);
    }

    private boolean isGoal(String prefix, String goal) {
        return prefix.equals("mnist-hls")
                ? goals.phases().containsKey(goal)
                : isInPoms("<artifactId>" + prefix + "-maven-plugin</artifactId>");
    }

    private boolean isProperty(String name, String value) {
        if (name.equals("test")) {
            return matches(Path.of("src/test/java"), "**/{" + value.replaceFirst("#.*", "") + "}.java");
        } else if (name.equals("invoker.test")) {
            return matches(Path.of("src/it"), "src/it/{" + value + "}/pom.xml");
        }
        if (name.startsWith("mnisthls.")) {
            return isReadByTest(name);
        }
        return goals.properties().contains(name) || FOREIGN_PROPERTIES.contains(name) || isInPoms("<" + name + ">");
    }

    private static boolean isReadByTest(String property) {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(Files::isRegularFile)
                    .anyMatch(file -> read(file).contains('"' + property + '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isInPoms(String text) {
        return poms.stream().anyMatch(pom -> pom.contains(text));
    }

    private static boolean matches(Path folder, String glob) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(matcher::matches);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
