/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A report as text, whatever a tool with another locale or a damaged disk put into it. */
final class ReportText {
    /** The longest known report has a few. */
    private static final long MOST_BYTES = 64L << 20;

    private ReportText() {}

    /** @throws UnreadableReportException if it is longer than any report */
    static String read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableReportException(file, "it has more than " + (MOST_BYTES >> 20) + " MiB");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
