/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs the commands of the pages: the goals of an invoker case, or what {@code commands.txt} tells.
 *
 * <p>A line of that file is a command, a bar, and one of: {@code script FILE} (holds the command), {@code test CLASS}
 * (holds the command's words), {@code part of COMMAND} (a longer command that is run), {@code not run: REASON}.
 */
final class CommandRuns {
    private static final Path CASES = Path.of("src/it");
    private static final Path TESTS = Path.of("src/test/java");

    private final Map<String, String> listed;

    CommandRuns(List<String> lines) {
        this.listed = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("\\|", 2);
                listed.put(parts[0].strip(), parts.length < 2 ? "" : parts[1].strip());
            }
        }
    }

    static CommandRuns read() {
        try {
            return new CommandRuns(
                    Files.readAllLines(Path.of("src/test/resources/io/github/mnisthls/documentation/commands.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Iterable<String> listed() {
        return listed.keySet();
    }

    /** Why nothing runs the command; empty if something does. */
    Optional<String> problem(String command) {
        if (isRunByCase(command)) {
            return Optional.empty();
        }
        String by = listed.get(command);
        if (by == null) {
            return Optional.of(
                    "nothing runs it: add it to a case in src/it, such as documented-commands, or to commands.txt");
        }
        return isTrue(command, by) ? Optional.empty() : Optional.of("commands.txt says '" + by + "', which is not so");
    }

    private boolean isTrue(String command, String by) {
        if (by.startsWith("script ")) {
            return read(Page.file(by.substring("script ".length())))
                    .lines()
                    .anyMatch(line -> !line.strip().matches("(#|//).*")
                            && line.replace("-B -ntp ", "").contains(command));
        } else if (by.startsWith("test ")) {
            return find(by.substring("test ".length()))
                    .map(test -> Stream.of(command.split(" ", -1)).allMatch(test::contains))
                    .orElse(false);
        } else if (by.startsWith("part of ")) {
            String longer = by.substring("part of ".length());
            return !longer.equals(command) && problem(longer).isEmpty();
        }
        return by.startsWith("not run: ") && by.length() > "not run: ".length();
    }

    private static boolean isRunByCase(String command) {
        if (!command.startsWith("mvn ")) {
            return false;
        }
        String goals = command.substring("mvn ".length()).replace("'", "").replace("\"", "");
        try (Stream<Path> files = Files.walk(CASES, 2)) {
            return files.filter(file -> file.endsWith("invoker.properties"))
                    .flatMap(file -> read(file).lines())
                    .filter(line -> line.startsWith("invoker.goals"))
                    .map(line -> line.substring(line.indexOf('=') + 1).strip())
                    .anyMatch(goals::equals);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> find(String test) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.endsWith(test + ".java"))
                    .findFirst()
                    .map(CommandRuns::read);
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
