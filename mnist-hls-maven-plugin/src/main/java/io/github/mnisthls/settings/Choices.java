/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads settings that take one of a few words. */
public final class Choices {
    private Choices() {}

    /**
     * The value that a word stands for.
     *
     * @param what the setting chooses, for the message: {@code there is no such ...}
     * @throws InvalidSettingException if there is none; the message lists those that there are
     */
    public static <E extends Enum<E> & Choice> E read(Setting setting, String word, String what, Class<E> type) {
        return read(setting.toString(), word, what, type);
    }

    /** The same for a word within a file. */
    public static <E extends Enum<E> & Choice> E read(String place, String word, String what, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(choice -> choice.label().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        place, word, "there is no such " + what, "Choose " + list(type.getEnumConstants()) + "."));
    }

    private static String list(Choice[] choices) {
        List<String> shown = Stream.of(choices).map(Choices::shown).toList();
        int last = shown.size() - 1;
        return shown.stream().limit(last).collect(Collectors.joining(", ")) + " or " + shown.get(last);
    }

    private static String shown(Choice choice) {
        return choice.remark().isEmpty() ? choice.label() : choice.label() + " (" + choice.remark() + ")";
    }
}
