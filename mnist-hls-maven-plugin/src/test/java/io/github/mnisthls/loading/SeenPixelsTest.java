/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.loading.layer.FileInput;
import io.github.mnisthls.loading.layer.FileOutput;
import io.github.mnisthls.loading.layer.InputScaling;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.onnx.OnnxModel;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file computes of its input first is what the network sees of a pixel. */
class SeenPixelsTest {
    private static final Path FILE = Path.of("model.onnx");

    /** {@code scale * x + offset}, then what the network sees of black and of white. */
    @ParameterizedTest
    @CsvSource({
        "0.00392156862745098, 0, 0, 1", // x / 255
        "0.00784313725490196, -1, -1, 1", // x / 127.5 - 1
        "3.2457, -0.4242, -0.4242, 2.8215", // Normalize behind ToTensor
        "0.01735, -2.1179, -2.1179, 2.30635", // the same on bytes
        "1, -128, -128, 127", // a mean on bytes alone
        "2, -1, -1, 1",
        "-1, 1, 1, 0", // inverted
        "-0.00392156862745098, 1, 1, 0", // inverted bytes
    })
    void bytesAndUnitsAreToldApart(double scale, double offset, double black, double white) {
        PixelScaling pixels = SeenPixels.of(FILE, model(scale, offset), PixelScaling.UNIT);

        assertThat(pixels.apply(0, 0)).isCloseTo(black, within(1e-9));
        assertThat(pixels.apply(0, 255)).isCloseTo(white, within(1e-9));
    }

    @Test
    void whatFitsBothIsAskedFor() {
        LoadedModel model = model(0.1, 0);

        assertThatThrownBy(() -> SeenPixels.of(FILE, model, PixelScaling.UNIT))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(
                        "0 to 1 as well as those from 0 to 255",
                        "<inputMean>0.0</inputMean> and <inputScale>0.1</inputScale>",
                        "<inputScale>25.5</inputScale>");
        assertThat(SeenPixels.of(FILE, model, scaling(0, 25.5)).apply(0, 255)).isEqualTo(25.5);
        assertThat(SeenPixels.of(FILE, model, scaling(0, 0.1)).apply(0, 255)).isEqualTo(0.1);
    }

    @Test
    void thePomMaySayTheSameInFewerDigitsAndNothingElse() {
        LoadedModel model = model(1 / 0.3081, -0.1307 / 0.3081);

        assertThat(SeenPixels.of(FILE, model, scaling(0.1307, 3.2457)))
                .isEqualTo(SeenPixels.of(FILE, model, PixelScaling.UNIT));
        for (PixelScaling other : List.of(scaling(0.2, 3.2457), scaling(0.1307, 3), scaling(0, 255))) {
            assertThatThrownBy(() -> SeenPixels.of(FILE, model, other))
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContainingAll("<inputMean>", "the model has its own");
        }
    }

    @Test
    void normalizationAtTheHeadOfAnOnnxFileTakesNoLayer() throws URISyntaxException {
        LoadedModel model = OnnxModel.read(
                Path.of(OnnxModel.class
                        .getResource("models/scaled-bytes/model.onnx")
                        .toURI()),
                ModelRequest.of(new Shape(3, 6, 5)));

        assertThat(model.network().architecture().layers())
                .hasSize(2)
                .noneMatch(layer -> layer.name().matches("Div.*|Sub.*|Mul.*"));
        PixelScaling pixels = SeenPixels.of(FILE, model, PixelScaling.UNIT);
        assertThat(pixels.means()).hasSize(3);
        assertThat(pixels.apply(1, 255)).isCloseTo((1 - 0.45) * 4.5, within(1e-6));
    }

    private static PixelScaling scaling(double mean, double scale) {
        return new PixelScaling(List.of(mean), List.of(scale));
    }

    private static LoadedModel model(double scale, double offset) {
        Network network = new Network(
                new Architecture("one", Shape.vector(1), List.of(new Dense("dense", 2, false))),
                Map.of("dense", new NamedParameters(Map.of("weights", FloatVector.of(1, 2)))));
        InputScaling scaling = new InputScaling(List.of(scale), List.of(offset));
        return new LoadedModel(network, Map.of(), new FileInput(false, scaling), FileOutput.PLAIN);
    }
}
