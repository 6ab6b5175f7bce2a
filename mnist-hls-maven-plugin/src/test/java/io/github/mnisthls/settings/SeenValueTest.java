/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SeenValueTest {
    @Test
    void shortOnesAreWhole() {
        assertThat(SeenValue.of("ap_fixed<8>")).isEqualTo("ap_fixed<8>");
        assertThat(SeenValue.of(null)).isEqualTo("null");
        assertThat(SeenValue.of("x".repeat(240))).isEqualTo("x".repeat(240));
    }

    @Test
    void longOnesShowBeginEndAndLength() {
        String value = "begin" + "x".repeat(100_000) + "end";

        assertThat(SeenValue.of(value))
                .startsWith("beginxx")
                .endsWith("xxend (100008 characters)")
                .hasSizeLessThan(300);
        assertThat(new InvalidSettingException(Settings.PART, value, "it is too long", "Shorten it."))
                .hasMessageStartingWith("<part> (-Dmnist-hls.part) is 'beginxx")
                .hasMessageEndingWith("xxend (100008 characters)': it is too long. Shorten it.");
    }

    @Test
    void charactersOfTwoPartsStayWhole() {
        for (int shift = 0; shift < 2; shift++) {
            String shown = SeenValue.of("x".repeat(shift) + "\ud83d\ude00".repeat(1000));

            assertThat(new String(shown.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(shown);
        }
    }
}
