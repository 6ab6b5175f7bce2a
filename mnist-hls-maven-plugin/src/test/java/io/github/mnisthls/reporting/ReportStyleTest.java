/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the page's colors can be told apart, by the contrast that WCAG 2 asks for (level AA). */
class ReportStyleTest {
    private static final double TEXT = 4.5;
    private static final double GRAPHICS = 3;
    private static final Pattern COLOR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textAndGraphicsStandOut(boolean dark) {
        Map<String, Integer> colors = colors(dark);

        for (String text : List.of("text", "muted", "link", "bad")) {
            for (String ground : List.of("ground", "raised")) {
                assertContrast(colors, text, ground, TEXT);
            }
        }
        for (String ground : List.of("miss1", "miss2", "miss3", "miss4")) {
            assertContrast(colors, "miss-text", ground, TEXT);
        }
        assertContrast(colors, "text", "hit", TEXT);
        for (String graphic : List.of("first", "second", "range-edge")) {
            assertContrast(colors, graphic, "ground", GRAPHICS);
            assertContrast(colors, graphic, "range", GRAPHICS);
        }
    }

    private static void assertContrast(Map<String, Integer> colors, String front, String back, double least) {
        double one = luminance(colors.get(front)) + 0.05;
        double other = luminance(colors.get(back)) + 0.05;
        assertThat(Math.max(one, other) / Math.min(one, other))
                .as("contrast of %s on %s", front, back)
                .isGreaterThanOrEqualTo(least);
    }

    /** The light colors come first in the file; the dark ones take their place. */
    private static Map<String, Integer> colors(boolean dark) {
        String style = PageAssets.load().style().text();
        int darkBegins = style.indexOf("prefers-color-scheme: dark");
        Matcher found = COLOR.matcher(dark ? style : style.substring(0, darkBegins));
        Map<String, Integer> colors = new LinkedHashMap<>();
        while (found.find()) {
            colors.put(found.group(1), Integer.parseInt(found.group(2), 16));
        }
        return colors;
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8) + 0.0722 * linear(color);
    }

    private static double linear(int component) {
        double value = (component & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
