/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import org.junit.jupiter.api.Test;

class PrecisionSettingsTest {
    private static final FinetuneSettings SPARSE = new FinetuneSettings(FinetuneMode.AUTO, 1, 0.1, 0.5);

    @Test
    void signsCannotBeZero() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new PrecisionSettings(Precision.parse("first=auto:8; *=auto:w1a4"), 1, SPARSE))
                .withMessageContaining("<sparsity> (-Dmnist-hls.sparsity) is '0.5'")
                .withMessageContaining("auto:w1a4");
        assertThat(new PrecisionSettings(Precision.parse("auto:ternary"), 1, SPARSE).finetunes())
                .isTrue();
    }

    @Test
    void aDropIsAFraction() {
        assertThat(PrecisionSettings.toBeChosen(1, FinetuneSettings.defaults(), 0)
                        .maximumAccuracyDrop())
                .hasValue(0);
        for (double drop : new double[] {-0.1, 1, Double.NaN}) {
            assertThatExceptionOfType(InvalidSettingException.class)
                    .isThrownBy(() -> PrecisionSettings.toBeChosen(1, FinetuneSettings.defaults(), drop))
                    .withMessageContaining("<maximumAccuracyDrop> (-Dmnist-hls.maximumAccuracyDrop)");
        }
    }
}
