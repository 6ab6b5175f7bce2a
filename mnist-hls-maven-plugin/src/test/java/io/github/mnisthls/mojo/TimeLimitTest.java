/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {
    @Test
    void bothSettingsTakeDurationsAndTheirOwnPlainNumbers() {
        assertThat(TimeLimit.read(Settings.TOOL_TIMEOUT, "0", ChronoUnit.MINUTES))
                .isZero();
        assertThat(TimeLimit.read(Settings.TOOL_TIMEOUT, "240", ChronoUnit.MINUTES))
                .isEqualTo(Duration.ofHours(4));
        assertThat(TimeLimit.read(Settings.CSIM_TIMEOUT, "240", ChronoUnit.SECONDS))
                .isEqualTo(Duration.ofMinutes(4));
        assertThat(TimeLimit.read(Settings.CSIM_TIMEOUT, "PT90S", ChronoUnit.SECONDS))
                .isEqualTo(Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "PT-5S", "90s", "99999999999999999999"})
    void othersAreRefused(String wrong) {
        assertThatThrownBy(() -> TimeLimit.read(Settings.TOOL_TIMEOUT, wrong, ChronoUnit.MINUTES))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        "<toolTimeout> (-Dmnist-hls.toolTimeout)", "PT90S", "a plain number is in minutes");
    }
}
