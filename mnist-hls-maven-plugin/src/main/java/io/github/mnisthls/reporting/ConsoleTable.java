/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table as lines of plain ASCII for a log. */
public final class ConsoleTable {
    private static final String GAP = "  ";

    private ConsoleTable() {}

    /** The caption, the headers, a rule, and a line per row; no line ends with a blank. */
    public static List<String> lines(Table table) {
        int[] widths = IntStream.range(0, table.columns().size())
                .map(column -> width(table, column))
                .toArray();
        List<String> lines = new ArrayList<>();
        lines.add(ascii(table.caption()));
        lines.add(line(
                table,
                widths,
                table.columns().stream().map(Table.Column::header).toList()));
        lines.add(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)));
        for (Table.Row row : table.rows()) {
            lines.add(line(table, widths, row.cells()));
        }
        return List.copyOf(lines);
    }

    private static int width(Table table, int column) {
        int header = table.columns().get(column).header().length();
        return table.rows().stream()
                .mapToInt(row -> row.cells().get(column).length())
                .reduce(header, Math::max);
    }

    private static String line(Table table, int[] widths, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = ascii(cells.get(column));
            String padding = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? "" : GAP)
                    .append(table.columns().get(column).numeric() ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    /** A log may be read in any encoding, and a control character would break the alignment. */
    private static String ascii(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
