/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text in Python as its lines and its statements. It takes each byte for a character: all that Python itself means by a text
 * is ASCII, in every encoding that a script may have.
 *
 * @param lines with their ends
 */
record PythonText(List<String> lines, List<LogicalLine> statements) {
    PythonText {
        lines = List.copyOf(lines);
        statements = List.copyOf(statements);
    }

    static PythonText of(String text) {
        List<String> lines = lines(text);
        return new PythonText(lines, new StatementReader(lines).statements());
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean isEnd = text.charAt(i) == '\n' || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1));
            if (isEnd) {
                lines.add(text.substring(from, i + 1));
                from = i + 1;
            }
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    /** The numbers of the statements around one, the nearest first. */
    List<Integer> around(int statement) {
        return IntStream.iterate(
                        statements.get(statement).parent(),
                        i -> i >= 0,
                        i -> statements.get(i).parent())
                .boxed()
                .toList();
    }

    /** The numbers of the statements in the block of one, and in blocks within. */
    List<Integer> within(int statement) {
        return IntStream.range(statement + 1, statements.size())
                .filter(i -> around(i).contains(statement))
                .boxed()
                .toList();
    }

    /** The numbers of the statements right in the block of one. */
    List<Integer> block(int statement) {
        return IntStream.range(0, statements.size())
                .filter(i -> statements.get(i).parent() == statement)
                .boxed()
                .toList();
    }

    /** As a person reads it: the lines of a statement, without what is around them. */
    String shown(LogicalLine statement) {
        return String.join(
                        " ",
                        lines.subList(statement.first(), statement.last() + 1).stream()
                                .map(String::strip)
                                .toList())
                .strip();
    }
}
