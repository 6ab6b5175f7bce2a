/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinetuneSettingsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTO | ap_fixed<16,8>         | false",
                "AUTO | auto:6                 | false",
                "AUTO | auto:w8a5              | true",
                "AUTO | auto:w5a8              | true",
                "AUTO | auto:ternary           | true",
                "AUTO | conv1.weights=auto:3; *=auto:8 | true",
                "AUTO | ap_fixed<5,2>          | true",
                "OFF  | auto:ternary           | false",
                "ON   | ap_fixed<16,8>         | true",
            })
    void itIsOnWhereAnyFormatHasFewerThanSixBits(FinetuneMode mode, String precision, boolean on) {
        FinetuneSettings settings = new FinetuneSettings(mode, 1, 0.1);

        assertThat(settings.isOn(Precision.parse(precision))).isEqualTo(on);
    }

    @Test
    void itSaysWhy() {
        assertThat(FinetuneSettings.defaults().reason(Precision.parse("auto:w4a3")))
                .contains("formats of 3 bits, fewer than 6", "-Dmnist-hls.finetune=off");
        assertThat(new FinetuneSettings(FinetuneMode.ON, 1, 0.1).reason(Precision.parse("auto:8")))
                .contains("<finetune> (-Dmnist-hls.finetune)");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new FinetuneSettings(FinetuneMode.ON, 0, 0.1))
                .withMessageContaining("<finetuneEpochs> (-Dmnist-hls.finetuneEpochs) is '0'")
                .withMessageContaining("from 1 to 1000");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new FinetuneSettings(FinetuneMode.ON, 1, 1.5))
                .withMessageContaining("<finetuneLearningRate> (-Dmnist-hls.finetuneLearningRate) is '1.5'")
                .withMessageContaining("above 0 and at most 1");
    }

    @Test
    void zerosNeedTraining() {
        FinetuneSettings sparse = new FinetuneSettings(FinetuneMode.AUTO, 1, 0.1, 0.5);
        assertThat(sparse.isOn(Precision.parse("auto:8"))).isTrue();
        assertThat(sparse.reason(Precision.parse("auto:8"))).contains("<sparsity> (-Dmnist-hls.sparsity)");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new FinetuneSettings(FinetuneMode.OFF, 1, 0.1, 0.5))
                .withMessageContaining("<sparsity> (-Dmnist-hls.sparsity) is '0.5'")
                .withMessageContaining("<finetune>");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new FinetuneSettings(FinetuneMode.ON, 1, 0.1, 1))
                .withMessageContaining("from 0 to below 1");
    }

    @Test
    void allElseIsAsItWasTrained() {
        TrainingSettings training = TrainingSettings.defaults();
        TrainingSettings settings =
                training.finetuning(new FinetuneSettings(FinetuneMode.ON, 7, 0.5), Precision.parse("auto:w2a4"));

        assertThat(settings.epochs()).isEqualTo(7);
        assertThat(settings.learningRate()).isEqualTo(0.5);
        assertThat(settings.seed()).isEqualTo(training.seed());
        assertThat(settings.batchSize()).isEqualTo(training.batchSize());
        assertThat(settings.validationImages()).isEqualTo(training.validationImages());
        assertThat(settings.augmentation()).isEqualTo(training.augmentation());
        assertThat(training.finetuning(FinetuneSettings.defaults(), Precision.parse("auto:1"))
                        .augmentation()
                        .isNone())
                .isTrue();
    }
}
