/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that stand for several: {@code auto:4..8} for {@code auto:4} to {@code auto:8}, {@code 50..200..50} in steps of 50. */
public final class ValueRange {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})\\.\\.(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");
    private static final int MOST = 1000;

    private ValueRange() {}

    /**
     * All texts that these stand for, in order, each once.
     *
     * @param place tells where they are written, for messages
     */
    public static List<String> expand(String place, List<String> texts) {
        return texts.stream()
                .flatMap(text -> expand(place, text == null ? "" : text.strip()).stream())
                .distinct()
                .toList();
    }

    private static List<String> expand(String place, String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.find()) {
            return List.of(text);
        }
        int first = Integer.parseInt(range.group(1));
        int last = Integer.parseInt(range.group(2));
        int step = range.group(3) == null ? 1 : Integer.parseInt(range.group(3));
        if (step < 1 || last < first || (last - first) / step >= MOST) {
            throw new InvalidSettingException(
                    place,
                    text,
                    "it is not a range of 1 to " + MOST + " values",
                    "Write the smaller number first, such as 4..8, and a step after a second pair of dots:"
                            + " 50..200..50.");
        }
        List<String> expanded = new ArrayList<>();
        for (int value = first; value <= last; value += step) {
            expanded.addAll(expand(place, text.substring(0, range.start()) + value + text.substring(range.end())));
        }
        return expanded;
    }
}
