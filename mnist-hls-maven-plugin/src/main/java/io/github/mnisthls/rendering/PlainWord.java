/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A word that make, Tcl, a shell and the tools' configuration files all take as it is, however it is quoted there. Scripts
 * hold names, numbers and relative paths only, and none needs more; what is not plain is refused, so that no script has to
 * escape for several languages at once.
 */
public final class PlainWord {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./+-]*");

    private PlainWord() {}

    /**
     * Passes the word on.
     *
     * @param what it is, for the message
     */
    public static String of(String what, String word) {
        if (!isPlain(word)) {
            throw new IllegalArgumentException(what + " '" + word + "' cannot stand in a script");
        }
        return word;
    }

    static boolean isPlain(String word) {
        return PLAIN.matcher(word).matches();
    }

    /** Passes all of the words on. */
    public static List<String> of(String what, List<String> words) {
        return words.stream().map(word -> of(what, word)).toList();
    }
}
