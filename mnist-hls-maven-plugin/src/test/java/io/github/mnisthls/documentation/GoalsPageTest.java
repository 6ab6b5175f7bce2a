/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of goals name all goals, each with its default phase. */
class GoalsPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (?:`([a-z-]+)`)? ?\\|");

    @Test
    void theTablesNameAllGoals() {
        Map<String, String> goals = Goals.read().phases();

        assertThat(rows(Page.of("src/site/markdown/goals.md"))).isEqualTo(goals);
        assertThat(rows(Page.of("README.md"))).isEqualTo(goals);
    }

    private static Map<String, String> rows(Page page) {
        Map<String, String> rows = new TreeMap<>();
        ROW.matcher(String.join("\n", page.prose()))
                .results()
                .forEach((MatchResult row) -> rows.put(row.group(1), row.group(2) == null ? "" : row.group(2)));
        return rows;
    }
}
