/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import io.github.mnisthls.toolchain.CosimReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code <top>_cosim.rpt}, a table for people: language, status, latency (3 cells), interval (3 cells), and from 2021
 * on the total time. Where the table says {@code NA}, {@code lat.rpt} beside it may know.
 */
public final class CosimReader {
    private static final List<String> LANGUAGES = List.of("Verilog", "VHDL");
    private static final int CELLS_TO_2020 = 8;
    private static final int CELLS_FROM_2021 = 9;
    private static final Pattern LATENCY_LINE = Pattern.compile("\\$(\\w+)\\s*=\\s*\"(\\w+)\"");

    private CosimReader() {}

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read or has no row of a language that was simulated
     */
    public static CosimReport read(Path file) throws IOException {
        for (String line : ReportText.read(file).lines().toList()) {
            List<String> cells = cells(line);
            boolean row = cells.size() == CELLS_TO_2020 || cells.size() == CELLS_FROM_2021;
            if (row && LANGUAGES.contains(cells.get(0)) && !cells.get(1).equals("NA")) {
                return report(file, cells);
            }
        }
        throw new UnreadableReportException(file, "no language was simulated");
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        if (!row.startsWith("|") || !row.endsWith("|") || row.length() < 2) {
            return List.of();
        }
        return Arrays.stream(row.substring(1, row.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    private static CosimReport report(Path file, List<String> cells) throws IOException {
        String language = cells.get(0);
        Latencies other = Latencies.beside(file, language);
        OptionalLong total =
                cells.size() == CELLS_FROM_2021 ? Numbers.parse(cells.get(CELLS_TO_2020)) : OptionalLong.empty();
        return new CosimReport(
                language,
                cells.get(1).equals("Pass"),
                cell(cells, 2, other.find("MIN_LATENCY")),
                cell(cells, 3, other.find("AVER_LATENCY")),
                cell(cells, 4, other.find("MAX_LATENCY")),
                // A single transaction has no interval; lat.rpt then says 0.
                cell(cells, 5, OptionalLong.empty()),
                cell(cells, 6, OptionalLong.empty()),
                cell(cells, 7, OptionalLong.empty()),
                Numbers.first(total, other.find("TOTAL_EXECUTE_TIME")));
    }

    private static OptionalLong cell(List<String> cells, int index, OptionalLong other) {
        return Numbers.first(Numbers.parse(cells.get(index)), other);
    }

    /** {@code lat.rpt}: lines such as {@code $MAX_LATENCY = "965"}. */
    private record Latencies(String text) {
        static Latencies beside(Path report, String language) throws IOException {
            Path file = report.resolveSibling(language.equals("VHDL") ? "vhdl" : "verilog")
                    .resolve("lat.rpt");
            return new Latencies(Files.isRegularFile(file) ? ReportText.read(file) : "");
        }

        OptionalLong find(String name) {
            Matcher matcher = LATENCY_LINE.matcher(text);
            while (matcher.find()) {
                if (matcher.group(1).equals(name)) {
                    return Numbers.parse(matcher.group(2));
                }
            }
            return OptionalLong.empty();
        }
    }
}
