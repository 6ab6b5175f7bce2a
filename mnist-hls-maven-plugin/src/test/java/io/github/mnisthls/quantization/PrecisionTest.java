/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.Precision.Auto;
import io.github.mnisthls.quantization.Precision.Literal;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {
    @Test
    void aLiteralTypeRoundsToNearestAndSaturates() {
        Precision precision = Precision.parse(" ap_fixed<16, 8>\n");

        Literal expected = new Literal(
                FixedPointFormat.parse("ap_fixed<16,8,AP_RND_CONV,AP_SAT>"),
                FixedPointFormat.parse("ap_fixed<16,8,AP_RND,AP_SAT>"));
        assertThat(precision.weights("conv1")).isEqualTo(expected);
        assertThat(precision.outputs("dense2")).isEqualTo(expected);
        assertThat(precision.input()).isEqualTo(expected);
        assertThat(precision.text()).isEqualTo("ap_fixed<16, 8>");
    }

    @Test
    void modesThatAreNamedAreKept() {
        FixedPointFormat truncating = FixedPointFormat.parse("ap_fixed<16,8,AP_TRN,AP_WRAP>");
        assertThat(Precision.parse("ap_fixed<16,8,AP_TRN,AP_WRAP>").weights("any"))
                .isEqualTo(new Literal(truncating, truncating));
    }

    @Test
    void theMoreSpecificRuleWins() {
        Precision precision = Precision.parse("""
            input         = ap_ufixed<8,0>;
            conv1         = ap_fixed<12,4>;
            conv1.weights = auto:6;
            *.outputs     = auto:10;
            *             = auto:8;
            """);

        assertThat(precision.input())
                .isInstanceOfSatisfying(
                        Literal.class,
                        literal -> assertThat(literal.outputs().signed()).isFalse());
        assertThat(precision.weights("conv1")).isEqualTo(Auto.of(6, 6));
        assertThat(precision.outputs("conv1"))
                .isInstanceOfSatisfying(
                        Literal.class,
                        literal -> assertThat(literal.outputs().width()).isEqualTo(12));
        assertThat(precision.weights("conv2")).isEqualTo(Auto.of(8, 8));
        assertThat(precision.outputs("conv2")).isEqualTo(Auto.of(10, 10));
    }

    @Test
    void weightsAndActivationsMayHaveDifferentWidths() {
        assertThat(Precision.parse("auto:w2a4").weights("any"))
                .isEqualTo(Precision.parse("auto: w2a4").outputs("any"))
                .isEqualTo(Auto.of(2, 4));
        assertThat(Precision.parse("auto:ternary").weights("any")).isEqualTo(new Auto(WeightLevels.TERNARY, 4));
        assertThat(Precision.parse("auto:1").weights("any")).isEqualTo(new Auto(WeightLevels.SIGNS, 1));
        assertThat(Precision.parse("auto:w1a4").weights("any")).isEqualTo(new Auto(WeightLevels.SIGNS, 4));
    }

    @Test
    void theFirstAndTheLastLayerMayBeNamedByTheirPlace() {
        Precision precision = Precision.parse("first=auto:6; last.weights=auto:5; conv1.outputs=auto:3; *=auto:2");

        assertThat(precision.weights("conv1", Precision.FIRST)).isEqualTo(Auto.of(6, 6));
        assertThat(precision.outputs("conv1", Precision.FIRST)).isEqualTo(Auto.of(3, 3));
        assertThat(precision.weights("dense", Precision.LAST)).isEqualTo(Auto.of(5, 5));
        assertThat(precision.outputs("dense", Precision.LAST)).isEqualTo(Auto.of(2, 2));
        assertThat(precision.weights("conv2")).isEqualTo(Auto.of(2, 2));
        assertThatNoException()
                .isThrownBy(() -> precision.checkLayers(new NamedLayers(Set.of("conv1", "dense"), Set.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ap_fixed<0,0>            | The width of ap_fixed<0,0",
                "ap_fixed<8>              | 'ap_fixed<8>' is not a fixed-point type",
                "ap_fixed<16,8,AP_WRAP>   | 'AP_WRAP' in 'ap_fixed<16,8,AP_WRAP>' is not a quantization mode",
                "int8                     | 'int8' is not a fixed-point type",
                "auto:0                   | automatic widths are from 1 to 32 bits",
                "auto:33                  | automatic widths are from 1 to 32 bits",
                "auto:w4a33               | automatic widths are from 1 to 32 bits",
                "auto:w0a4                | automatic widths are from 1 to 32 bits",
                "auto:w4                  | 'auto:w4' is not a fixed-point type",
                "auto:a4w4                | 'auto:a4w4' is not a fixed-point type",
                "auto:binary              | 'auto:binary' is not a fixed-point type",
                "auto                     | 'auto' is not a fixed-point type",
                "*=auto:8; *=auto:6       | two rules for '*'",
                "*=auto:8; conv1          | 'conv1' is not a rule",
                "conv1.bias=auto:8        | 'conv1.bias=auto:8' is not a rule",
                "*=                       | '' is not a fixed-point type",
            })
    void nonsenseIsRefused(String text, String problem) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> Precision.parse(text))
                .withMessageContaining("<precision> (-Dmnist-hls.precision) is '" + text + "'")
                .withMessageContaining(problem);
    }

    @Test
    void aLayerWithoutARuleIsRefused() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> Precision.parse("conv1=auto:8").weights("conv2"))
                .withMessageContaining("no rule for conv2.weights")
                .withMessageContaining("*=auto:8");
    }

    @Test
    void rulesForLayersThatAreNotThereAreRefused() {
        NamedLayers layers = new NamedLayers(Set.of("conv1"), Set.of("mean1"));

        assertThatNoException()
                .isThrownBy(() -> Precision.parse("conv1=auto:8; mean1.outputs=auto:8; input=auto:8; *=auto:8")
                        .checkLayers(layers));
        for (String text : new String[] {"conv2=auto:8; *=auto:8", "mean1.weights=auto:8", "input.weights=auto:8"}) {
            assertThatExceptionOfType(InvalidSettingException.class)
                    .isThrownBy(() -> Precision.parse(text).checkLayers(layers))
                    .withMessageContaining("it names '" + text.substring(0, text.indexOf('=')) + "'")
                    .withMessageContaining("layers with weights are conv1");
        }
    }
}
