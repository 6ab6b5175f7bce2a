/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.settings.SeenValue;

/** Names of a file as people see them in logs and messages, on one line, whoever wrote the file. */
public final class FileText {
    private FileText() {}

    /** The text without characters that are invisible, end a line, or turn the direction of what follows; not longer than a line or two. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(code -> shown.appendCodePoint(isVisible(code) ? code : '?'));
        return SeenValue.of(shown);
    }

    private static boolean isVisible(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
