/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantizerTest {
    private static final Shape INPUT = new Shape(1, 8, 8);
    private static final List<Layer> LAYERS = List.of(
            new Conv2d("conv", 3, Window.square(3, 1)),
            new Relu("relu"),
            new MaxPool("pool", Window.square(2, 2)),
            new Flatten("flat"),
            new Dense("dense", 6),
            new Relu("relu2"),
            new Dense("head", 4));

    @ParameterizedTest
    @CsvSource({"ap_fixed<16;8>, 0.2", "ap_fixed<24;8>, 0.001", "auto:16, 0.003", "auto:12, 0.05", "auto:24, 0.00002"})
    void logitsAreNearThoseOfTheFloatNetwork(String precision, double tolerance) {
        Network network = network(LAYERS, 1);
        LabeledImages images = images(40);
        QuantizedNetwork quantized = Quantizer.quantize(
                        network, Precision.parse(precision.replace(';', ',')), images, 2)
                .network();
        Predictions predictions = new Emulator(quantized).run(images, 1);
        FloatInference floats = new FloatInference(network);

        for (int image = 0; image < images.count(); image++) {
            float[] expected = floats.logits(images, image);
            for (int i = 0; i < expected.length; i++) {
                assertThat(predictions.format().toDouble(predictions.logit(image, i)))
                        .isCloseTo(expected[i], within(tolerance));
            }
        }
    }

    @Test
    void aLiteralTypeIsTheTypeOfEverythingButAccumulatorsAndBiases() {
        QuantizedNetwork network = quantize(LAYERS, 1, "ap_fixed<16,8>").network();

        FixedPointFormat activations = FixedPointFormat.parse("ap_fixed<16,8,AP_RND,AP_SAT>");
        FixedPointFormat weights = FixedPointFormat.parse("ap_fixed<16,8,AP_RND_CONV,AP_SAT>");
        assertThat(network.input().format()).isEqualTo(activations);
        assertThat(network.input().table(0).get(255)).isEqualTo(256);
        assertThat(network.layers()).allSatisfy(layer -> {
            assertThat(layer.outputFormat()).isEqualTo(activations);
            layer.trained().ifPresent(affine -> {
                assertThat(affine.weightFormat()).isEqualTo(weights);
                assertThat(affine.biasFormat().fractionBits()).isEqualTo(16);
            });
        });
    }

    @Test
    void automaticActivationsAfterReluHaveNoSignAndLogitsAreTheAccumulators() {
        QuantizedNetwork network = quantize(LAYERS, 1, "auto:8").network();

        QuantizedLayer conv = network.layers().get(0);
        assertThat(network.input().format().signed()).isFalse();
        assertThat(network.input().format().width()).isEqualTo(8);
        assertThat(conv.outputFormat().signed()).isFalse();
        assertThat(conv.outputFormat().width()).isEqualTo(8);
        assertThat(network.last().outputFormat()).isEqualTo(network.last().accumulatorFormat());
    }

    @ParameterizedTest
    @CsvSource({
        "auto:w4a4, -8, 7",
        "auto:w2a3, -2, 1",
        "auto:ternary, -1, 1",
        "auto:w1a2, -1, 1",
    })
    void weightsOfFewBitsAreFewIntegers(String precision, long least, long greatest) {
        QuantizedNetwork network = quantize(LAYERS, 1, precision).network();

        assertThat(network.layers())
                .filteredOn(layer -> layer.trained().isPresent())
                .allSatisfy(layer -> {
                    long[] weights = layer.trained().orElseThrow().weights().toArray();
                    assertThat(Arrays.stream(weights)).allMatch(weight -> weight >= least && weight <= greatest);
                    if (precision.startsWith("auto:w1")) {
                        assertThat(weights).doesNotContain(0).contains(-1, 1);
                    } else if (precision.equals("auto:ternary")) {
                        assertThat(weights).contains(-1, 0, 1);
                    }
                });
    }

    /** Of Gaussian weights, the mean magnitude is 0.8 of the deviation: no power of two is nearer than 1. */
    @Test
    void theStepOfSignsIsNearTheMeanMagnitude() {
        WeightFormat format = FormatChoice.forWeights(WeightLevels.SIGNS, vector(new Random(5), 10_000, 1));

        assertThat(format.format().toDouble(format.quantize(0.1f))).isEqualTo(1);
        assertThat(format.quantize(-0.0f)).isEqualTo(1);
        assertThat(format.quantize(-1e-9f)).isEqualTo(-1);
    }

    @Test
    void oneBitOfActivationIsZeroOrOneStep() {
        QuantizedNetwork network = quantize(LAYERS, 1, "*=auto:w1a2; conv.outputs=auto:1; dense.outputs=auto:1")
                .network();

        assertThat(network.layers().get(0).outputFormat()).satisfies(format -> {
            assertThat(format.width()).isEqualTo(1);
            assertThat(format.signed()).isFalse();
        });
    }

    @Test
    void oneBitForResultsThatCanBeNegativeIsRefused() {
        List<Layer> layers = List.of(LAYERS.get(0), LAYERS.get(3), LAYERS.get(6));

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> quantize(layers, 1, "auto:1"))
                .withMessageContaining("<precision> (-Dmnist-hls.precision) is 'auto:1'")
                .withMessageContaining("the results of 'conv' can be negative")
                .withMessageContaining("conv.outputs=auto:2");
    }

    @Test
    void firstAndLastAreThoseWithWeights() {
        QuantizedNetwork network = quantize(LAYERS, 1, "first.weights=auto:7; last=auto:6; *=auto:2")
                .network();

        assertThat(network.layers().stream()
                        .flatMap(layer -> layer.trained().stream())
                        .map(affine -> affine.weightFormat().width()))
                .containsExactly(7, 2, 6);
    }

    @Test
    void aReluBehindMaxPoolingIsTheSameAsOneBeforeIt() {
        List<Layer> behind = List.of(
                LAYERS.get(0),
                LAYERS.get(2),
                LAYERS.get(1),
                LAYERS.get(3),
                LAYERS.get(4),
                LAYERS.get(5),
                LAYERS.get(6));
        assertThat(quantize(behind, 1, "auto:8").network())
                .isEqualTo(quantize(LAYERS, 1, "auto:8").network());
    }

    @Test
    void globalAveragePoolingIsAMeanOverTheImage() {
        List<Layer> layers = List.of(LAYERS.get(0), LAYERS.get(1), new GlobalAveragePool("mean"));
        QuantizedNetwork network = quantize(layers, 1, "auto:16").network();

        QuantizedAveragePool pool = (QuantizedAveragePool) network.last();
        assertThat(pool.window().area()).isEqualTo(36);
        assertThat(pool.reciprocalFormat().toDouble(pool.reciprocals().get(0))).isCloseTo(1 / 36.0, within(1e-6));
        assertThat(network.classes()).isEqualTo(3);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        LabeledImages images = images(200);
        Network network = network(LAYERS, 1);
        assertThat(Quantizer.quantize(network, Precision.parse("auto:5"), images, 3))
                .isEqualTo(Quantizer.quantize(network, Precision.parse("auto:5"), images, 1));
    }

    @Test
    void aTypeThatIsTooNarrowIsReportedWithTheLayerAndTheExcess() {
        Quantization wide = quantize(LAYERS, 1, "ap_fixed<32,16>");
        assertThat(wide.warnings()).isEmpty();

        Quantization narrow = quantize(LAYERS, 8, "conv=ap_fixed<8,2>; *=auto:8");
        assertThat(narrow.warnings()).hasSize(2).allSatisfy(warning -> {
            assertThat(warning.layer()).isEqualTo("conv");
            assertThat(warning.seen()).isTrue();
        });
        assertThat(narrow.warnings().get(0).message())
                .contains("of 27 weights are outside the range of ap_fixed<8,2,AP_RND_CONV,AP_SAT>", "the farthest is");
        assertThat(narrow.warnings().get(1).message())
                .contains(
                        "with the quantized weights, results can be from 0 to 12.",
                        "outside the range of ap_fixed<8,2,AP_RND,AP_SAT>, -2 to 1.98438",
                        "up to",
                        ". In float32, on the calibration images, they are from ");
    }

    @Test
    void aRangeThatNoCalibrationImageReachesIsReportedAsPossibleOnly() {
        Quantization result = quantize(LAYERS, 1, "dense.outputs=ap_fixed<16,2>; *=ap_fixed<24,12>");
        assertThat(result.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.layer()).isEqualTo("dense");
            assertThat(warning.seen()).isFalse();
        });
    }

    @Test
    void aLayerThatVanishesIsRefused() {
        Network network = network(LAYERS, 0.1);
        Precision whole = Precision.parse("conv=ap_fixed<8,8>; *=auto:8");

        assertThatThrownBy(() -> LayerScale.checkSomeLeft(
                        network,
                        Quantizer.quantize(network, whole, images(40), 1).network(),
                        whole))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("all 27 weights of layer 'conv' become 0 in ap_fixed<8,8,")
                .hasMessageContaining("conv.weights=auto:8");
        LayerScale.checkSomeLeft(network, quantize(LAYERS, 0.1, "auto:8").network(), Precision.parse("auto:8"));
    }

    @Test
    void weightsThatDoNotCountBesideTheirBiasTakeNoBits() {
        Network tiny = network(LAYERS, 1e-30);
        Map<String, Parameters> parameters = new TreeMap<>(tiny.parameters());
        parameters.computeIfPresent(
                "conv", (name, conv) -> new AffineParameters(conv.values().get("weights"), FloatVector.of(1, 2, 3)));
        Network network = new Network(tiny.architecture(), parameters);
        Precision precision = Precision.parse("auto:8");

        Quantization result = Quantizer.quantize(network, precision, images(40), 1);

        QuantizedAffine conv = result.network().layers().get(0).trained().orElseThrow();
        assertThat(conv.biasFormat().toDouble(conv.bias().get(1))).isEqualTo(2);
        assertThatThrownBy(() -> LayerScale.checkSomeLeft(network, result.network(), precision))
                .hasMessageContaining("of layer 'conv' become 0", "its bias is too large compared with them");
    }

    @Test
    void numbersThatNoFormatHoldsAreNamed() {
        assertThatThrownBy(() -> quantize(LAYERS, 1e30, "auto:8"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageMatching(
                        "The largest weight of layer 'conv' is \\d\\.\\d+e\\+(29|30): no fixed-point type .*");
    }

    private static Quantization quantize(List<Layer> layers, double scale, String precision) {
        return Quantizer.quantize(network(layers, scale), Precision.parse(precision), images(40), 2);
    }

    private static LabeledImages images(int count) {
        byte[] pixels = new byte[count * INPUT.size()];
        new Random(7).nextBytes(pixels);
        return LabeledImages.of(INPUT, pixels, new byte[count]);
    }

    private static Network network(List<Layer> layers, double scale) {
        Architecture architecture = new Architecture("test", INPUT, layers);
        Map<String, Parameters> parameters = new TreeMap<>();
        for (int i = 0; i < layers.size(); i++) {
            int count =
                    layers.get(i).parameterCount(List.of(architecture.shapes().get(i)));
            if (count > 0) {
                int outputs = architecture.shapes().get(i + 1).channels();
                Random random = new Random(layers.get(i).name().hashCode());
                double spread = scale / Math.sqrt((double) count / outputs);
                parameters.put(
                        layers.get(i).name(),
                        new AffineParameters(vector(random, count - outputs, spread), vector(random, outputs, spread)));
            }
        }
        return new Network(architecture, parameters);
    }

    private static FloatVector vector(Random random, int size, double spread) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * spread);
        }
        return FloatVector.of(values);
    }
}
