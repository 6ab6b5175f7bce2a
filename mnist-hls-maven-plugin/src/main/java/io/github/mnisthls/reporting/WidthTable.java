/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.widths.WidthChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells which widths were chosen, and what each last bit bought. */
public final class WidthTable {
    private static final double PERCENT = 100;

    private WidthTable() {}

    /** Lines for the console. */
    public static List<String> lines(WidthChoice choice) {
        Table.Builder table = Table.builder("Widths", "numbers", "#bits", "#points lost", "#cost saved");
        for (WidthChoice.Bits bits : choice.bits()) {
            table.row(
                    bits.of(),
                    Integer.toString(bits.width()),
                    bits.accuracy().isEmpty()
                            ? "-"
                            : points(choice.accuracy() - bits.accuracy().getAsDouble()),
                    bits.cost().isEmpty() ? "-" : percent(1 - bits.cost().getAsDouble()));
        }
        List<String> lines = new ArrayList<>(List.of(String.format(
                Locale.ROOT,
                "float32 recognizes %.2f %% of %,d validation images, these widths %.2f %%; with one bit fewer:",
                PERCENT * choice.float32(),
                choice.images(),
                PERCENT * choice.accuracy())));
        lines.addAll(ConsoleTable.lines(table.build()));
        lines.add("precision: " + choice.precision());
        return List.copyOf(lines);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.2f", PERCENT * share);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }
}
