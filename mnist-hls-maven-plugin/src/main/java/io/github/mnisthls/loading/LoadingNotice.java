/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.files.Json;
import java.util.Optional;

/** How the loading process tells its parent what the user should know about a model: a line of its output. */
public final class LoadingNotice {
    private static final String MARK = "@notice ";

    private LoadingNotice() {}

    /** The line that tells the text, whatever characters are in it. */
    public static String line(String text) {
        return MARK + Json.tree(text);
    }

    static Optional<String> parse(String line) {
        return line.startsWith(MARK)
                ? Optional.of(Json.parse(line.substring(MARK.length())).textValue())
                : Optional.empty();
    }
}
