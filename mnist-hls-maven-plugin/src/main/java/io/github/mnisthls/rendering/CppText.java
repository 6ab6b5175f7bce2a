/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of users and models within generated C++: what they write cannot end the comment or the string that it stands in. The
 * models of the templates pass all such text through here.
 */
final class CppText {
    private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private CppText() {}

    /**
     * Text for a comment of either kind: one line, no end of a comment, no trigraph, no backslash that would make the next
     * line part of it, and no character that is invisible or turns the direction of what follows.
     */
    static String comment(String text) {
        StringBuilder line = new StringBuilder();
        BLANKS.matcher(text).replaceAll(" ").strip().codePoints().forEach(code -> line.appendCodePoint(shown(code)));
        return line.toString()
                .replace('\\', '/')
                .replace("*/", "* /")
                .replace("/*", "/ *")
                .replaceAll("\\?(?=\\?)", "? ");
    }

    private static int shown(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> '?';
            default -> code;
        };
    }

    /** Text between the quotes of a string literal, which then holds exactly this text in UTF-8. */
    static String string(String text) {
        StringBuilder literal = new StringBuilder();
        for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xff);
            if (c == '"' || c == '\\' || c == '?') {
                literal.append('\\').append(c);
            } else if (c >= ' ' && c <= '~') {
                literal.append(c);
            } else {
                // three digits: the digit behind it is none of its own
                literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            }
        }
        return literal.toString();
    }
}
