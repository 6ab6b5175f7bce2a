/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ap_fixed<16,8>                         | ap_fixed<16,8,AP_TRN,AP_WRAP>",
                "ap_ufixed<8,0,AP_RND,AP_SAT>           | ap_ufixed<8,0,AP_RND,AP_SAT>",
                "ap_ufixed < 8 , -2 , AP_RND_CONV >     | ap_ufixed<8,-2,AP_RND_CONV,AP_WRAP>",
                "ap_fixed<1,128,AP_TRN_ZERO,AP_WRAP, 0> | ap_fixed<1,128,AP_TRN_ZERO,AP_WRAP>",
                "ap_fixed<64,-64,AP_RND_INF,AP_SAT_SYM> | ap_fixed<64,-64,AP_RND_INF,AP_SAT_SYM>",
            })
    void readsTheCppSpelling(String text, String full) {
        assertThat(FixedPointFormat.parse(text)).hasToString(full);
    }

    @Test
    void takesOtherModesWhereTheTextNamesNone() {
        assertThat(FixedPointFormat.parse("ap_fixed<16,8>", Rounding.AP_RND, Overflow.AP_SAT))
                .hasToString("ap_fixed<16,8,AP_RND,AP_SAT>");
        assertThat(FixedPointFormat.parse("ap_fixed<16,8,AP_TRN>", Rounding.AP_RND, Overflow.AP_SAT))
                .hasToString("ap_fixed<16,8,AP_TRN,AP_SAT>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "int",
                "ap_fixed",
                "ap_fixed<>",
                "ap_fixed<8>",
                "ap_fixed<8,>",
                "ap_fixed<8,4",
                "ap_fixed<8,4>>",
                "ap_fixed<8,4,>",
                "ap_int<8>",
                "ap_fixed<8.0,4>",
                "ap_fixed<8,4>;",
                "AP_FIXED<8,4>",
                "ap_fixed<99999999999,4>"
            })
    void refusesWhatIsNoType(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPointFormat.parse(text))
                .withMessageContaining("'" + text + "' is not a fixed-point type")
                .withMessageContaining("ap_fixed<16,8>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ap_fixed<0,0>                     | is 0, but only 1 to 64 bits",
                "ap_fixed<65,8>                    | is 65, but only 1 to 64 bits",
                "ap_fixed<8,129>                   | is 129, but only -64 to 128",
                "ap_ufixed<8,-65>                  | is -65, but only -64 to 128",
                "ap_fixed<8,4,AP_WRAP>             | 'AP_WRAP' in 'ap_fixed<8,4,AP_WRAP>' is not a quantization mode",
                "ap_fixed<8,4,AP_TRN,AP_RND>       | 'AP_RND' in 'ap_fixed<8,4,AP_TRN,AP_RND>' is not a supported"
                        + " overflow",
                "ap_fixed<8,4,AP_TRN,AP_WRAP_SM>   | AP_WRAP_SM differs between implementations",
                "ap_fixed<8,4,AP_TRN,AP_WRAP,1>    | asks for 1 saturated bits",
            })
    void refusesWhatIsNotSupported(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPointFormat.parse(text))
                .withMessageContaining(message);
    }

    @Test
    void refusesToQuantizeWhatIsNoNumber() {
        FixedPointFormat format = FixedPointFormat.signed(16, 8);
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> format.quantize(value))
                    .withMessageContaining(Double.toString(value));
        }
    }

    @Test
    void refusesRawValuesThatTheTypeCannotHold() {
        FixedPointFormat format = FixedPointFormat.signed(8, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FixedPointFormat.signed(16, 8).quantize(128, format))
                .withMessageContaining("-128 to 127");
    }

    /** The vendor's documented examples. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ap_fixed<4,4,AP_RND,AP_SAT>      |  19.0 |  7",
                "ap_fixed<4,4,AP_RND,AP_SAT>      | -19.0 | -8",
                "ap_fixed<4,4,AP_RND,AP_SAT_SYM>  | -19.0 | -7",
                "ap_fixed<4,4,AP_RND,AP_SAT_SYM>  |  -8.0 | -7",
                "ap_fixed<4,4,AP_RND,AP_SAT_ZERO> |  19.0 |  0",
                "ap_ufixed<4,4,AP_RND,AP_SAT>     | -19.0 |  0",
                "ap_ufixed<4,4,AP_RND,AP_WRAP>    |  19.0 |  3",
                "ap_fixed<4,4,AP_RND,AP_WRAP>     |  19.0 |  3",
                "ap_fixed<3,2,AP_RND,AP_SAT>      |  1.25 |  3",
                "ap_fixed<3,2,AP_RND,AP_SAT>      | -1.25 | -2",
                "ap_fixed<3,2,AP_RND_CONV,AP_SAT> | 0.75  |  2",
                "ap_fixed<3,2,AP_RND_CONV,AP_SAT> | 0.25  |  0",
                "ap_fixed<2,0>                    | -0.5  | -2",
                "ap_ufixed<1,-1>                  | 0.25  |  1",
                "ap_fixed<1,1,AP_RND,AP_SAT_SYM>  | -9.0  | -1",
            })
    void agreesWithThePublishedExamples(String format, double value, long raw) {
        assertThat(FixedPointFormat.parse(format).quantize(value)).isEqualTo(raw);
    }

    @Test
    void resultFormatsAreThoseOfCpp() {
        FixedPointFormat signed = FixedPointFormat.signed(16, 6);
        FixedPointFormat unsigned = FixedPointFormat.unsigned(8, 8);
        assertThat(signed.times(signed)).isEqualTo(FixedPointFormat.signed(32, 12));
        assertThat(signed.plus(signed)).isEqualTo(FixedPointFormat.signed(17, 7));
        assertThat(signed.plus(unsigned)).isEqualTo(FixedPointFormat.signed(20, 10));
        assertThat(unsigned.plus(unsigned)).isEqualTo(FixedPointFormat.unsigned(9, 9));
        assertThat(unsigned.minus(unsigned)).isEqualTo(FixedPointFormat.signed(9, 9));
        assertThat(unsigned.times(signed)).isEqualTo(FixedPointFormat.signed(24, 14));
    }

    @Test
    void aCarryIntoTheSixtyFourthBitOfAnUnsignedValueIsNoSign() {
        FixedPointFormat widest = FixedPointFormat.parse("ap_ufixed<64,-5>");

        assertThat(FixedPointFormat.parse("ap_fixed<17,-51,AP_RND_CONV,AP_SAT>").quantize(-1L, widest))
                .isEqualTo(65_535);
        assertThat(FixedPointFormat.parse("ap_ufixed<64,-4,AP_RND,AP_SAT>").quantize(-1L, widest))
                .isEqualTo(1L << 63);
    }
}
