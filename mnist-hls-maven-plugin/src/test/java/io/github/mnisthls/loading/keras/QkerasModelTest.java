/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.loading.ExactModel;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The models that {@code src/test/models/make_qkeras.py} makes keep their bits. */
class QkerasModelTest {
    @TempDir
    private Path temporary;

    static List<String> models() throws IOException {
        return ExactModel.names(folder());
    }

    @ParameterizedTest
    @MethodSource("models")
    void floatNetworkRoundsAsTheFileDoes(String name) {
        model(folder().resolve(name)).checkFloat();
    }

    @ParameterizedTest
    @MethodSource("models")
    void emulatorGivesTheLogitsOfRoundedArithmetic(String name) {
        model(folder().resolve(name)).checkEmulator();
    }

    @Test
    void formatsAreThoseOfTheFile() {
        ExactModel model = model(folder().resolve("lenet"));

        assertThat(model.quantized("auto:8").layers().stream()
                        .map(QuantizedLayer::outputFormat)
                        .map(Object::toString)
                        .limit(3))
                .containsExactly(
                        "ap_ufixed<6,1,AP_RND_CONV,AP_SAT>",
                        "ap_ufixed<6,1,AP_RND_CONV,AP_SAT>",
                        "ap_ufixed<5,2,AP_RND_CONV,AP_SAT>");
        assertThat(model.network().weightFormats().values().stream().map(Object::toString))
                .containsExactly(
                        "ap_fixed<6,1,AP_RND_CONV,AP_SAT>",
                        "ap_fixed<4,2,AP_RND_CONV,AP_SAT_SYM>",
                        "ap_fixed<3,1,AP_RND_CONV,AP_SAT>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"alpha\": 1, | \"alpha\": \"auto_po2\", | alpha is \"auto_po2\", so the scales are not in the file",
                "\"alpha\": 1, | \"alpha\": null, | alpha is missing, which means 'auto_po2'",
                "\"alpha\": 1, | \"alpha\": 0.3, | alpha is 0.3, which is not a power of two, the nearest being 0.25",
                "\"use_sigmoid\": 0 | \"use_sigmoid\": 1 | use_sigmoid is true. Set it to 0",
                "\"integer\": 1, | \"integer\": 99, | integer is 99",
                "\"bits\": 6, | \"bits\": 40, | 40",
                "\"bits\": 6, | \"bits\": 0, | 0",
                "\"qnoise_factor\": 1.0 | \"qnoise_factor\": 0.5 | qnoise_factor is 0.5",
                "\"qnoise_factor\": 1.0 | \"qnoise_factor\": 1.0, \"unknown\": 3 | {unknown=3}",
                "\"quantized_relu\" | \"quantized_tanh\" | quantized_tanh",
                "\"quantized_bits\" | \"quantized_po2\" | quantized_po2: no type rounds like this",
                "\"QActivation\" | \"QBatchNormalization\" | Of QKeras, QDense, QConv1D",
                "\"QActivation\" | \"FixedPointQuantizer\" | HGQ gives each value bits of its own"
            })
    void whatNoFormatDoesIsRefused(String healthy, String changed, String problem) throws IOException {
        Path model = folder().resolve("lenet");
        String json = Files.readString(model.resolve("model.json"));
        Path file = Files.writeString(temporary.resolve("model.json"), json.replace(healthy, changed));
        Files.copy(model.resolve("model_weights.h5"), temporary.resolve("model_weights.h5"));

        assertThat(json).contains(healthy);
        assertThatThrownBy(() -> KerasModelTest.read(temporary))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem);
    }

    private static ExactModel model(Path folder) {
        return new ExactModel(folder, KerasModelTest.read(folder).network());
    }

    private static Path folder() {
        return ExactModel.folder(QkerasModelTest.class, "quantized");
    }
}
