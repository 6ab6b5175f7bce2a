/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

/** A value as messages show it: whole, unless it would fill the screen. */
public final class SeenValue {
    /** A path within the deep folders of a build server is shown whole. */
    private static final int MOST = 240;

    /** What is most often wrong, or tells a file, stands at the end. */
    private static final int END = 80;

    private SeenValue() {}

    /** The value; a long one without its middle, and with its length. */
    public static String of(Object value) {
        String text = String.valueOf(value);
        if (text.length() <= MOST) {
            return text;
        }
        return begin(text, MOST - END) + " ... " + end(text, END) + " (" + text.length() + " characters)";
    }

    static String begin(String text, int length) {
        return text.substring(0, whole(text, length));
    }

    static String end(String text, int length) {
        return text.substring(whole(text, text.length() - length));
    }

    /** The position, or the one before it if it lies within a character of two parts. */
    private static int whole(String text, int position) {
        return Character.isLowSurrogate(text.charAt(position)) ? position - 1 : position;
    }
}
