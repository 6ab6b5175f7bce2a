/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drawings can be read by everyone, and show the plan that the README shows. */
class DrawingsTest {
    private static final Path IMAGES = Page.file("src/site/resources/images");
    private static final Pattern PLANNED = Pattern.compile("\\[INFO] (\\w+) +(\\d+) +(\\d+) +([\\d,]+) +(\\d+) %  .*");
    private static final Pattern SPEED =
            Pattern.compile("An image every ([\\d,]+) cycles .* after ([\\d,]+) cycles;.*");
    private static final Pattern DRAWN = Pattern.compile("(?s)<text class=\"name\"[^>]*>(\\w+)</text>");
    private static final Pattern FIGURES =
            Pattern.compile("(?s)>PE (\\d+) × SIMD (\\d+)<.*?>([\\d,]+) (?:cycles|个周期)<.*?>(\\d+) % (?:busy|忙碌)<");

    @ParameterizedTest
    @CsvSource({"hardware.svg, an image every %s cycles", "hardware.zh.svg, 每 %s 个周期一张图像"})
    void theHardwareIsThatOfTheReadme(String name, String interval) throws IOException {
        String drawing = Files.readString(IMAGES.resolve(name));
        List<String> plan = Page.of("README.md").blocks().stream()
                .flatMap(block -> block.lines().stream())
                .toList();

        assertThat(groups(DRAWN, drawing)).isEqualTo(planned(plan, "$1"));
        assertThat(groups(FIGURES, drawing)).hasSize(6).isEqualTo(planned(plan, "$2 $3 $4 $5"));
        assertThat(plan.stream().map(SPEED::matcher).filter(line -> line.find()))
                .singleElement()
                .satisfies(line -> assertThat(drawing)
                        .contains(interval.formatted(line.group(1)))
                        .contains(line.group(2)));
    }

    @Test
    void drawingsHaveWordsAndBothColors() throws IOException {
        for (Path drawing : drawings()) {
            assertThat(drawing)
                    .content()
                    .contains(
                            "role=\"img\" aria-labelledby=\"title desc\"", "<title id=\"title\">", "<desc id=\"desc\">")
                    .contains("prefers-color-scheme: dark");
        }
    }

    private static List<String> planned(List<String> lines, String form) {
        return lines.stream()
                .map(PLANNED::matcher)
                .filter(line -> line.matches())
                .map(line -> line.replaceFirst(form))
                .toList();
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> String.join(
                        " ",
                        Stream.iterate(1, group -> group <= found.groupCount(), group -> group + 1)
                                .map(found::group)
                                .toList()))
                .toList();
    }

    private static List<Path> drawings() throws IOException {
        try (Stream<Path> files = Files.list(IMAGES)) {
            return files.filter(file -> file.toString().endsWith(".svg"))
                    .sorted()
                    .toList();
        }
    }
}
