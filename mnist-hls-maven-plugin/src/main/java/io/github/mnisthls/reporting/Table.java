/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of the console and of the report page; the first column names the row.
 *
 * @param caption what the table shows
 * @param rows    each with a cell per column
 */
public record Table(String caption, List<Column> columns, List<Row> rows) {
    /**
     * Checks the rows.
     *
     * @throws IllegalArgumentException if a row has more or fewer cells than there are columns
     */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("'" + caption + "' has " + columns.size() + " columns, but a row of "
                        + row.cells().size() + " cells: " + row.cells());
            }
        }
    }

    /**
     * One column.
     *
     * @param numeric whether it is aligned to the right
     */
    public record Column(String header, boolean numeric) {}

    /**
     * One row.
     *
     * @param x    where a chart puts the row, or empty
     * @param good false if what it tells calls for action
     */
    public record Row(String x, List<String> cells, boolean good) {
        /** A row that calls for nothing. */
        public Row(String x, List<String> cells) {
            this(x, cells, true);
        }

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Starts a table: the headers of columns of numbers begin with {@code #}. */
    static Builder builder(String caption, String... headers) {
        return new Builder(caption, headers);
    }

    /** Collects rows. */
    static final class Builder {
        private final String caption;
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        private Builder(String caption, String... headers) {
            this.caption = caption;
            for (String header : headers) {
                boolean numeric = header.startsWith("#");
                columns.add(new Column(numeric ? header.substring(1) : header, numeric));
            }
        }

        Builder row(String... cells) {
            return plotted("", cells);
        }

        Builder judged(boolean good, String... cells) {
            rows.add(new Row("", padded(cells), good));
            return this;
        }

        Builder plotted(String x, String... cells) {
            rows.add(new Row(x, padded(cells), true));
            return this;
        }

        private List<String> padded(String... cells) {
            List<String> padded = new ArrayList<>(List.of(cells));
            padded.addAll(Collections.nCopies(Math.max(0, columns.size() - cells.length), ""));
            return padded;
        }

        Table build() {
            return new Table(caption, columns, rows);
        }
    }
}
