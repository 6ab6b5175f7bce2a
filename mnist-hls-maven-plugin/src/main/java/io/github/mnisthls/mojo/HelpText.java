/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the goal {@code help} prints: goals, and their parameters by what they are about. */
final class HelpText {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final List<Goal> goals;
    private final int lineLength;
    private final int indentSize;
    private final List<String> lines = new ArrayList<>();

    /**
     * A text to come.
     *
     * @param goals      in the order to print
     * @param lineLength the most characters of a line, unless a word is longer
     * @param indentSize blanks per level
     */
    HelpText(List<Goal> goals, int lineLength, int indentSize) {
        this.goals = goals;
        this.lineLength = lineLength;
        this.indentSize = indentSize;
    }

    /**
     * A goal.
     *
     * @param name        as it is called, with the prefix
     * @param description its first sentence is a summary
     */
    record Goal(String name, String description, List<Entry> parameters) {
        private Set<ParameterGroup> groups() {
            return parameters.stream()
                    .map(Entry::group)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(ParameterGroup.class)));
        }
    }

    /**
     * A parameter.
     *
     * @param property     for the command line; may be empty
     * @param defaultValue may be empty
     */
    record Entry(ParameterGroup group, String name, String description, String property, String defaultValue) {}

    /** The goals and what they do. */
    List<String> summary() {
        for (Goal goal : goals) {
            heading(goal);
        }
        return lines;
    }

    /** The goals, what only they take, and once for all what several of them take. */
    List<String> details() {
        for (Goal goal : goals) {
            heading(goal);
            parameters(goal.parameters().stream()
                    .filter(entry -> entry.group() == ParameterGroup.GOAL)
                    .toList());
            String shared = goal.groups().stream()
                    .filter(group -> group != ParameterGroup.GOAL)
                    .map(ParameterGroup::title)
                    .collect(Collectors.joining("; "));
            if (!shared.isEmpty()) {
                add(1, "Parameters, listed below by group: " + shared + ".");
                lines.add("");
            }
        }
        Arrays.stream(ParameterGroup.values())
                .filter(group -> group != ParameterGroup.GOAL)
                .forEach(this::group);
        return lines;
    }

    private void heading(Goal goal) {
        add(0, goal.name());
        add(1, goal.description());
        lines.add("");
    }

    private void group(ParameterGroup group) {
        List<Entry> entries = goals.stream()
                .flatMap(goal -> goal.parameters().stream())
                .filter(entry -> entry.group() == group)
                .distinct()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        if (!entries.isEmpty()) {
            add(0, group.title().toUpperCase(Locale.ROOT));
            lines.add("");
            parameters(entries);
        }
    }

    private void parameters(List<Entry> entries) {
        for (Entry entry : entries) {
            add(1, entry.name() + (entry.defaultValue().isEmpty() ? "" : " (Default: " + entry.defaultValue() + ")"));
            add(2, entry.description());
            if (!entry.property().isEmpty()) {
                add(2, "User property: " + entry.property());
            }
            lines.add("");
        }
    }

    private void add(int level, String text) {
        String indent = " ".repeat(level * indentSize);
        StringBuilder line = new StringBuilder(indent);
        for (String word : BLANKS.split(text.strip(), -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > lineLength) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
    }
}
