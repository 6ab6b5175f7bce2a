/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads how long something may take: an ISO 8601 duration; or a plain number, whose unit each setting has had from its first day. */
final class TimeLimit {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private TimeLimit() {}

    /**
     * Reads a limit.
     *
     * @param text such as {@code PT90S}, {@code PT10M}, {@code PT4H} or {@code 600}
     * @param unit of a plain number
     * @return 0 or more
     * @throws InvalidSettingException if it is no such time
     */
    static Duration read(Setting setting, String text, ChronoUnit unit) {
        try {
            Duration limit =
                    NUMBER.matcher(text).matches() ? Duration.of(Long.parseLong(text), unit) : Duration.parse(text);
            if (limit.isNegative()) {
                throw refused(setting, text, unit);
            }
            return limit;
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
            throw refused(setting, text, unit);
        }
    }

    private static InvalidSettingException refused(Setting setting, String text, ChronoUnit unit) {
        return new InvalidSettingException(
                setting,
                text,
                "this is not a time limit",
                "Write an ISO 8601 duration, such as PT90S, PT10M or PT4H; a plain number is in "
                        + unit.name().toLowerCase(Locale.ROOT) + ".");
    }
}
