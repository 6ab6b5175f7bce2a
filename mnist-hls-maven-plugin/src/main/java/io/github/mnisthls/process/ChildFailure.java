/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import io.github.mnisthls.files.Json;
import java.util.Optional;

/**
 * How a child JVM of our own tells its parent of a failure that the user can mend: a line of its output, for a file could
 * not be written where the disk is full.
 */
public final class ChildFailure {
    private static final String MARK = "@failure ";

    private ChildFailure() {}

    /** The line that tells the message, whatever characters and line breaks are in it. */
    public static String line(String message) {
        return MARK + Json.tree(message);
    }

    /** What a process told, if it did. */
    public static Optional<String> told(ProcessResult result) {
        return result.lastLines().stream()
                .filter(line -> line.startsWith(MARK))
                .findFirst()
                .map(line -> Json.parse(line.substring(MARK.length())).textValue());
    }

    /** Whether a JVM ended, or could not even begin, because its memory was too small. */
    public static boolean lackedMemory(ProcessResult result) {
        return !result.succeeded()
                && result.lastLines().stream()
                        .anyMatch(line -> line.contains("java.lang.OutOfMemoryError")
                                || line.contains("Error occurred during initialization of VM"));
    }
}
