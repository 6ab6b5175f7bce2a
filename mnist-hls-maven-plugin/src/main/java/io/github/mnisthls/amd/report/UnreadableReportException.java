/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.report;

import io.github.mnisthls.settings.BoundedMessage;
import java.io.IOException;
import java.nio.file.Path;

/** A report of the tool that cannot be read: cut off, garbled, or of an unknown form. */
public final class UnreadableReportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** A problem that the file shows by itself. */
    public UnreadableReportException(Path file, String problem) {
        super(BoundedMessage.of(file + ": " + problem));
    }

    /** A problem that a parser found. */
    public UnreadableReportException(Path file, String problem, Throwable cause) {
        super(BoundedMessage.of(file + ": " + problem), cause);
    }
}
