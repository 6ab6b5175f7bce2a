/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

import io.github.mnisthls.settings.SeenValue;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the C++ spelling of a fixed-point type. */
final class FormatParser {
    private static final Pattern TYPE =
            Pattern.compile("\\s*ap_(u?)fixed\\s*<\\s*(\\d{1,9})\\s*,\\s*([+-]?\\d{1,9})\\s*"
                    + "(?:,\\s*(\\w+)\\s*(?:,\\s*(\\w+)\\s*(?:,\\s*(\\d{1,9})\\s*)?)?)?>\\s*");
    private static final String REMEDY = " Write a type such as ap_fixed<16,8> or ap_ufixed<8,0,AP_RND,AP_SAT>:"
            + " width, integer bits, then optionally the quantization and the overflow mode.";

    private FormatParser() {}

    static FixedPointFormat parse(String text, Rounding defaultRounding, Overflow defaultOverflow) {
        Matcher type = TYPE.matcher(text);
        if (!type.matches()) {
            throw new IllegalArgumentException("'" + SeenValue.of(text) + "' is not a fixed-point type." + REMEDY);
        }
        if (type.group(6) != null && Integer.parseInt(type.group(6)) != 0) {
            throw new IllegalArgumentException("'" + text + "' asks for " + type.group(6)
                    + " saturated bits, which no overflow mode supports here. Leave the fifth argument out.");
        }
        return new FixedPointFormat(
                Integer.parseInt(type.group(2)),
                Integer.parseInt(type.group(3)),
                type.group(1).isEmpty(),
                type.group(4) == null ? defaultRounding : rounding(type.group(4), text),
                type.group(5) == null ? defaultOverflow : overflow(type.group(5), text));
    }

    private static Rounding rounding(String mode, String text) {
        return Arrays.stream(Rounding.values())
                .filter(value -> value.name().equals(mode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + SeenValue.of(mode) + "' in '" + SeenValue.of(text)
                        + "' is not a quantization mode. Use one of " + Arrays.toString(Rounding.values()) + "."));
    }

    private static Overflow overflow(String mode, String text) {
        return Arrays.stream(Overflow.values())
                .filter(value -> value.name().equals(mode))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + SeenValue.of(mode) + "' in '" + SeenValue.of(text)
                        + "' is not a supported overflow mode. Use one of " + Arrays.toString(Overflow.values())
                        + (mode.equals("AP_WRAP_SM") ? "; AP_WRAP_SM differs between implementations" : "") + "."));
    }
}
