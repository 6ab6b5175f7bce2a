/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param place    page and line of its first fence
 * @param language what stands behind the fence, possibly nothing
 * @param lines    between the fences
 */
public record CodeBlock(String place, String language, List<String> lines) {
    public CodeBlock {
        lines = List.copyOf(lines);
    }

    public String text() {
        return String.join("\n", lines);
    }

    /** Commands for a shell, one per line; a backslash at the end joins the next. Output that is shown has its own block, with the language {@code text}. */
    public List<String> commands() {
        return language.equals("sh")
                ? text().replaceAll("\\s*\\\\\n\\s*", " ")
                        .lines()
                        .map(line -> line.replaceFirst("\\s+#.*", "").strip())
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList()
                : List.of();
    }
}
