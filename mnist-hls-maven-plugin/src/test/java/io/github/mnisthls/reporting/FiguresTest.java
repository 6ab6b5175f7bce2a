/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    @Test
    void writesTheSameInEveryLocale() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));

        assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Figures.percent(0.9931)).isEqualTo("99.31 %");
        assertThat(Figures.significant(0.123456)).isEqualTo("0.1235");
    }

    @Test
    void differencesHaveASignUnlessTheyAreZeroAsWritten() {
        assertThat(Figures.points(0.0001, 2)).isEqualTo("+0.01");
        assertThat(Figures.points(-0.0001, 2)).isEqualTo("-0.01");
        assertThat(Figures.points(-0.00001, 2)).isEqualTo("0.00");
        assertThat(Figures.points(0, 2)).isEqualTo("0.00");
    }

    @Test
    void oneImageShowsInAPercentage() {
        assertThat(Figures.decimals(3)).isEqualTo(2);
        assertThat(Figures.decimals(10_000)).isEqualTo(2);
        assertThat(Figures.decimals(10_001)).isEqualTo(3);
        assertThat(Figures.decimals(60_000)).isEqualTo(3);
    }

    @Test
    void keepsFourDigitsOfNumbersOfAnySize() {
        assertThat(Figures.significant(0)).isEqualTo("0");
        assertThat(Figures.significant(-266.64)).isEqualTo("-266.6");
        assertThat(Figures.significant(12_345.6)).isEqualTo("12,346");
        assertThat(Figures.significant(1.5e-7)).isEqualTo("1.500e-07");
        assertThat(Figures.significant(-2.5e9)).isEqualTo("-2.500e+09");
    }

    @Test
    void plainNumbersHaveNoSuperfluousDigits() {
        assertThat(Figures.plain(10)).isEqualTo("10");
        assertThat(Figures.plain(1_500)).isEqualTo("1,500");
        assertThat(Figures.plain(3.3)).isEqualTo("3.3");
        assertThat(Figures.plain(0)).isEqualTo("0");
    }

    @Test
    void raisesExponents() {
        assertThat(Figures.powerOfTwo(-10)).isEqualTo("2\u207b\u00b9\u2070");
        assertThat(Figures.powerOfTwo(7)).isEqualTo("2\u2077");
    }

    @Test
    void aTypeEndsWhereItEnds() {
        assertThat(Figures.largest(FixedPointFormat.signed(16, 8))).isEqualTo("127.996");
        assertThat(Figures.largest(FixedPointFormat.signed(4, 2))).isEqualTo("1.75");
        assertThat(Figures.largest(FixedPointFormat.unsigned(8, 8))).isEqualTo("255");
        assertThat(Figures.largest(FixedPointFormat.signed(32, 8))).isEqualTo("127.999");
    }
}
