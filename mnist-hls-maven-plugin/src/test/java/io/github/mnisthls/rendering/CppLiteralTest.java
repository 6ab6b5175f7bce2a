/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CppLiteralTest {
    @Test
    void integersKeepTheirValueInSomeType() {
        assertThat(CppLiteral.integer(-5)).isEqualTo("-5");
        assertThat(CppLiteral.integer(2_147_483_648L)).isEqualTo("2147483648LL");
        assertThat(CppLiteral.integer(Integer.MIN_VALUE)).isEqualTo("-2147483648LL");
        assertThat(CppLiteral.integer(Long.MAX_VALUE)).isEqualTo("9223372036854775807LL");
        assertThat(CppLiteral.integer(Long.MIN_VALUE)).isEqualTo("(-9223372036854775807LL - 1)");
    }

    @Test
    void unsignedRawsOf64BitsHaveNoSign() {
        assertThat(CppLiteral.raw(-1, FixedPointFormat.unsigned(64, 64))).isEqualTo("18446744073709551615ULL");
        assertThat(CppLiteral.raw(-1, FixedPointFormat.signed(8, 4))).isEqualTo("-1");
    }

    @Test
    void typesAreShortWhereTheDefaultsMeanTheSame() {
        assertThat(CppLiteral.type(FixedPointFormat.signed(38, 22))).isEqualTo("ap_fixed<38, 22>");
        assertThat(CppLiteral.type(FixedPointFormat.parse("ap_ufixed<8,-1,AP_RND_CONV,AP_SAT>")))
                .isEqualTo("ap_ufixed<8, -1, AP_RND_CONV, AP_SAT>");
        assertThat(CppLiteral.rawType(FixedPointFormat.unsigned(9, 0))).isEqualTo("ap_uint<9>");
    }

    @Test
    void longRowsWrap() {
        List<String> many = Collections.nCopies(100, "-12345");

        assertThat(CppLiteral.braced(List.of("1", "2"), "  ")).isEqualTo("  {1, 2}");
        assertThat(CppLiteral.braced(many, "  ").lines())
                .hasSizeGreaterThan(1)
                .allMatch(line -> line.length() <= 120)
                .allMatch(line -> line.startsWith("  {") || line.startsWith("   -"));
        assertThat(CppLiteral.braced(many, "  ")).endsWith("-12345}");
    }
}
