/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Messages name settings that there are, and the page on troubleshooting quotes messages that there are. */
class MessagesTest {
    private static final Goals GOALS = Goals.read();
    private static final Pattern SETTING = Pattern.compile("<(\\w+)> \\(-Dmnist-hls[.]");
    private static final Pattern PROPERTY = Pattern.compile("-D(mnist-hls\\.[\\w.-]*\\w)");
    private static final Pattern GAP = Pattern.compile(" ?\\.\\.\\. ?");
    private static final Page TROUBLESHOOTING = Page.of("src/site/markdown/troubleshooting.md");

    @Test
    void settingsInMessagesExist() {
        List<String> problems = new ArrayList<>();
        Messages.sources().forEach(source -> problems.addAll(settingProblems(source)));

        assertThat(problems).isEmpty();
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
        assertThat(settingProblems(
                        "\"<epoch> (-Dmnist-hls.epochs)\" \"-Dmnist-hls.epoch\" \"<seed> (-Dmnist-hls.seed)\""))
                .containsExactly("<epoch>", "mnist-hls.epoch");
        assertThat(isIn(Messages.sources(), "Another build is using ... Wait until it ends"))
                .isTrue();
        assertThat(isIn(Messages.sources(), "Another build is using ... Wait for ever"))
                .isFalse();
    }

    private static List<String> settingProblems(String source) {
        List<String> problems = new ArrayList<>();
        SETTING.matcher(source)
                .results()
                .filter(match -> !GOALS.parameters().contains(match.group(1)))
                .forEach((MatchResult match) -> problems.add("<" + match.group(1) + ">"));
        PROPERTY.matcher(source)
                .results()
                .filter(match -> !GOALS.properties().contains(match.group(1)))
                .forEach((MatchResult match) -> problems.add(match.group(1)));
        return problems;
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
