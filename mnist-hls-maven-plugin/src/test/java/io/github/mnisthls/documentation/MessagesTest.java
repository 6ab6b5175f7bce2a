/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages take the names of settings from one place, and the page on troubleshooting quotes messages that there are. */
class MessagesTest {
    /** A setting in a text, where {@link Settings} should name it, and not in a comment. */
    private static final Pattern BY_HAND = Pattern.compile("(?m)^(?! *[*/]).*\".*-D(mnist-hls\\.[\\w.]*\\w)");

    private static final Pattern GAP = Pattern.compile(" ?\\.\\.\\. ?");
    private static final Page TROUBLESHOOTING = Page.of("src/site/markdown/troubleshooting.md");

    @Test
    void noMessageNamesASettingByHand() {
        assertThat(Messages.unchanged().stream().flatMap(source -> byHand(source).stream()))
                .isEmpty();
    }

    @Test
    void quotedMessagesExist() {
        List<String> quotes = quotes(TROUBLESHOOTING);
        List<String> sources = Messages.sources();

        assertThat(quotes).hasSizeGreaterThan(10);
        assertThat(quotes.stream().filter(quote -> !isIn(sources, quote))).isEmpty();
    }

    @Test
    void wrongTextsAreSeen() {
        assertThat(byHand("  say(\"Set <seed> (-Dmnist-hls.seed).\");\n * like \"-Dmnist-hls.epochs\""))
                .containsExactly("mnist-hls.seed");
        assertThat(isIn(Messages.sources(), "another one with <workDirectory> (-Dmnist-hls.workDirectory)."))
                .isTrue();
        assertThat(isIn(Messages.sources(), "Another build is using ... Wait until it ends"))
                .isTrue();
        assertThat(isIn(Messages.sources(), "Another build is using ... Wait for ever"))
                .isFalse();
    }

    private static List<String> byHand(String source) {
        return BY_HAND.matcher(source).results().map(match -> match.group(1)).toList();
    }

    /** Headings that are set as code. */
    private static List<String> quotes(Page page) {
        return page.headings().stream()
                .filter(line -> line.startsWith("### `"))
                .map(line -> line.substring("### `".length(), line.length() - 1))
                .toList();
    }

    /** Whether one source holds all parts of the text, which leaves out what differs from case to case. */
    private static boolean isIn(List<String> sources, String quote) {
        List<String> parts =
                GAP.splitAsStream(quote).filter(part -> !part.isEmpty()).toList();
        return sources.stream().anyMatch(source -> parts.stream().allMatch(source::contains));
    }
}
