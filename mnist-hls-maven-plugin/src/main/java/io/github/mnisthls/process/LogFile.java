/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** What a foreign program wrote: of any length, with lines of any length, in any encoding. */
public final class LogFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private LogFile() {}

    /** The first lines that are wanted; what is no UTF-8 in them is replaced. */
    public static List<String> firstLines(Path log, Predicate<String> wanted, int most) throws IOException {
        List<String> found = new ArrayList<>();
        LineSplitter lines = new LineSplitter(line -> {
            if (found.size() < most && wanted.test(line)) {
                found.add(line);
            }
        });
        read(log, lines, () -> found.size() < most);
        return found;
    }

    /** The last lines, decoded alike. */
    public static List<String> lastLines(Path log, int most) throws IOException {
        LastLines last = new LastLines(most);
        read(log, new LineSplitter(last::add), () -> true);
        return last.toList();
    }

    private static void read(Path log, LineSplitter lines, BooleanSupplier more) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(log)) {
            for (int length = in.read(buffer); length >= 0 && more.getAsBoolean(); length = in.read(buffer)) {
                lines.accept(buffer, length);
            }
        }
        lines.finish();
    }
}
