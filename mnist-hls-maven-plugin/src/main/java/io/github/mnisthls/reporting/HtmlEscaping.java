/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import org.apache.velocity.app.event.ReferenceInsertionEventHandler;
import org.apache.velocity.context.Context;

/** Escapes every value that a template inserts, for text and for quoted attributes; {@link Markup} is let through. */
public final class HtmlEscaping implements ReferenceInsertionEventHandler {
    @Override
    public Object referenceInsert(Context context, String reference, Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Markup markup ? markup.text() : escape(value.toString());
    }

    static String escape(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> result.append("&amp;");
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                default -> result.appendCodePoint(legal(c) ? c : '\ufffd');
            }
        });
        return result.toString();
    }

    /**
     * HTML forbids control characters, however they are written, and UTF-8 has no lone surrogates; a mark that turns the
     * direction of writing would turn what stands behind the value too.
     */
    private static boolean legal(int c) {
        return c == '\n'
                || c == '\t'
                || (c >= ' ' && c < 0x7f)
                || (c >= 0xa0 && !isSurrogate(c) && Character.getType(c) != Character.FORMAT);
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
