/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what the network sees of a pixel from the texts of {@code <inputMean>} and {@code <inputScale>}. */
final class PixelParameters {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern FRACTION = Pattern.compile("/");

    private PixelParameters() {}

    static PixelScaling parse(String means, String scales) {
        return new PixelScaling(numbers(Settings.INPUT_MEAN, means), numbers(Settings.INPUT_SCALE, scales));
    }

    private static List<Double> numbers(Setting setting, String text) {
        return Stream.of(COMMA.split(text, -1))
                .map(number -> number(setting, text, number.strip()))
                .toList();
    }

    private static double number(Setting setting, String text, String number) {
        String[] parts = FRACTION.split(number, -1);
        try {
            return parts.length == 2
                    ? Double.parseDouble(parts[0]) / Double.parseDouble(parts[1])
                    : Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(
                    setting,
                    text,
                    "it is not a number",
                    "Write a number or a fraction such as 1/0.3081, one for all channels or one per channel separated"
                            + " by commas.");
        }
    }
}
