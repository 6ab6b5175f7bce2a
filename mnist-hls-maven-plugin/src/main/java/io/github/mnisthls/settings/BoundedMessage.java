/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages that are read to their end, whatever the values in them. */
public final class BoundedMessage {
    /** A message that is longer is not read. */
    static final int MOST = 2000;

    /** A remedy stands at the end. */
    private static final int END = 800;

    private static final String GAP = " ... ";

    /** More than any path. */
    private static final Pattern LONG_WORD = Pattern.compile("\\S{400,}");

    private BoundedMessage() {}

    /** The message; of long words, and of a long message, the middle is left out. */
    public static String of(String message) {
        String text =
                message.length() <= MOST ? message : LONG_WORD.matcher(message).replaceAll(BoundedMessage::shortened);
        if (text.length() <= MOST) {
            return text;
        }
        int begin = MOST - END - GAP.length();
        return SeenValue.begin(text, begin) + GAP + SeenValue.end(text, END);
    }

    private static String shortened(MatchResult word) {
        return Matcher.quoteReplacement(SeenValue.of(word.group()));
    }
}
