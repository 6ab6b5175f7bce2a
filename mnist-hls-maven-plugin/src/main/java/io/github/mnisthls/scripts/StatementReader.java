/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.scripts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Joins lines into statements: across brackets, backslashes and strings of several lines. */
final class StatementReader {
    private static final int TAB = 8;

    private final List<String> lines;
    private final List<LogicalLine> statements = new ArrayList<>();

    /** Statements whose blocks are open, outermost first. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private final StringBuilder code = new StringBuilder();
    private int first = -1;
    private int depth;

    /** The quotes that end the string that is open; empty if none is. */
    private String quotes = "";

    StatementReader(List<String> lines) {
        this.lines = lines;
    }

    List<LogicalLine> statements() {
        for (int i = 0; i < lines.size(); i++) {
            if (first < 0 && isBlank(lines.get(i))) {
                continue;
            }
            if (first < 0) {
                first = i;
            }
            boolean goesOn = read(lines.get(i));
            if (depth <= 0 && quotes.isEmpty() && !goesOn) {
                end(i);
            }
        }
        if (first >= 0) {
            end(lines.size() - 1);
        }
        return statements;
    }

    private static boolean isBlank(String line) {
        String text = line.strip();
        return text.isEmpty() || text.charAt(0) == '#';
    }

    private void end(int last) {
        int indent = indent(lines.get(first));
        while (!open.isEmpty() && statements.get(open.peekLast()).indent() >= indent) {
            open.removeLast();
        }
        int parent = open.isEmpty() ? -1 : open.peekLast();
        String text = code.toString().strip();
        statements.add(new LogicalLine(first, last, indent, parent, text));
        if (text.endsWith(":")) {
            open.addLast(statements.size() - 1);
        }
        code.setLength(0);
        first = -1;
        depth = 0;
        quotes = "";
    }

    private static int indent(String line) {
        int columns = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                columns = (columns / TAB + 1) * TAB;
            } else if (c == ' ') {
                columns++;
            } else if (c != '\f') {
                return columns;
            }
        }
        return columns;
    }

    /** Adds a line's code; tells whether a backslash at its end joins the next one. */
    private boolean read(String line) {
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (!quotes.isEmpty()) {
                i = inString(line, i);
            } else if (c == '#') {
                return false;
            } else if (c == '"' || c == '\'') {
                String triple = String.valueOf(c).repeat(3);
                quotes = line.startsWith(triple, i) ? triple : String.valueOf(c);
                code.append(c);
                i += quotes.length();
            } else if (c == '\\' && line.substring(i + 1).isBlank()) {
                code.append(' ');
                return true;
            } else {
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                code.append(c == '\n' || c == '\r' || c == '\t' || c == '\f' ? ' ' : c);
                i++;
            }
        }
        return false;
    }

    /** Passes over one character of a string, or its end. */
    private int inString(String line, int at) {
        if (line.startsWith(quotes, at)) {
            int length = quotes.length();
            code.append(quotes.charAt(0));
            quotes = "";
            return at + length;
        }
        if (line.charAt(at) == '\\') {
            // Raw strings have no escapes, but a backslash keeps the quotes behind it from ending them all the same.
            return line.startsWith("\r\n", at + 1) ? at + 3 : at + 2;
        }
        if (quotes.length() == 1 && (line.charAt(at) == '\n' || line.charAt(at) == '\r')) {
            // A string that nothing ends: Python would refuse it.
            quotes = "";
        }
        return at + 1;
    }
}
