/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.LayerEffects;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final int EXTENT = 8;
    private static final int QUARTERS = 4;
    private static final Shape SHAPE = new Shape(1, EXTENT, EXTENT);

    /** Images with one bright quarter, which is the label. */
    private static LabeledImages images(int count, int shift) {
        Random random = new Random(count);
        byte[] pixels = new byte[count * SHAPE.size()];
        byte[] labels = new byte[count];
        for (int image = 0; image < count; image++) {
            int quarter = random.nextInt(QUARTERS);
            labels[image] = (byte) ((quarter + shift) % QUARTERS);
            for (int i = 0; i < SHAPE.size(); i++) {
                int bright = quarter(i) == quarter ? 150 : 0;
                pixels[image * SHAPE.size() + i] = (byte) (random.nextInt(64) + bright);
            }
        }
        return LabeledImages.of(SHAPE, pixels, labels);
    }

    private static int quarter(int pixel) {
        return pixel / EXTENT / (EXTENT / 2) * 2 + pixel % EXTENT / (EXTENT / 2);
    }

    /**
     * Means of the quarters, then each times its gain.
     *
     * @param threshold a mean must be above it to count; the last class is that of images where none is
     */
    private static Network network(float threshold, float... gains) {
        float[] means = new float[QUARTERS * SHAPE.size()];
        float[] offsets = new float[QUARTERS];
        float[] own = new float[QUARTERS * QUARTERS];
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            for (int i = 0; i < SHAPE.size(); i++) {
                means[quarter * SHAPE.size() + i] = quarter(i) == quarter ? 1 / 16f : 0;
            }
            offsets[quarter] = -threshold;
            own[quarter * QUARTERS + quarter] = gains[quarter];
        }
        Architecture architecture = new Architecture(
                "quarters",
                SHAPE,
                List.of(
                        new Flatten("flatten"),
                        new Dense("means", QUARTERS),
                        new Relu("relu"),
                        new Dense("gains", QUARTERS)));
        return new Network(
                architecture,
                Map.of(
                        "means", new AffineParameters(FloatVector.of(means), FloatVector.of(offsets)),
                        "gains",
                                new AffineParameters(
                                        FloatVector.of(own), FloatVector.of(0, 0, 0, threshold == 0 ? 0 : 0.01f))));
    }

    private static QuantizationSummary summary(Network network, String precision, int shift, boolean isLoaded) {
        Dataset data = new Dataset(images(300, shift), images(200, shift), "");
        Precision parsed = Precision.parse(precision);
        return new Comparison(network, network, parsed, data, isLoaded)
                .summary(new Emulator(Quantizer.quantize(network, parsed, data.training(), 1)
                                .network())
                        .run(data.test(), 1));
    }

    @Test
    void aHealthyNetworkHasNoWarning() {
        QuantizationSummary summary = summary(network(0, 1, 1, 1, 1), "ap_fixed<16,8>", 0, true);

        assertThat(summary.float32()).isEqualTo(1);
        assertThat(summary.flips()).isZero();
        assertThat(summary.warnings()).isEmpty();
    }

    @Test
    void theEffectOfEachLayerIsMeasuredAloneAndWithThoseBeforeIt() {
        LabeledImages images = images(200, 0);
        LayerEffects effects = LayerEffects.of(
                network(0, 0.4f, 0.4f, 0.4f, 0.6f),
                Precision.parse("gains=ap_fixed<20,20>; *=ap_fixed<20,4>"),
                images(300, 0),
                images,
                1);

        assertThat(effects.images()).isEqualTo(images.count());
        assertThat(effects.layers())
                .extracting(LayerEffects.Effect::layer)
                .containsExactly(LayerEffects.PIXELS, "means", "gains");
        assertThat(effects.worst()).map(LayerEffects.Effect::layer).contains("gains");
        assertThat(effects.hurts("means")).isFalse();
        assertThat(effects.layers().get(1).cumulative()).hasValue(effects.float32());
        assertThat(effects.layers().get(2).cumulative().orElseThrow()).isLessThan(0.6);
    }

    @Test
    void noLayerOfAHealthyNetworkHurts() {
        LayerEffects effects = LayerEffects.of(
                network(0, 1, 1, 1, 1), Precision.parse("ap_fixed<16,8>"), images(300, 0), images(200, 0), 1);

        assertThat(effects.worst()).isEmpty();
    }

    @Test
    void theLayerThatLosesIsNamed() {
        // three of the gains vanish in whole numbers
        QuantizationSummary summary =
                summary(network(0, 0.4f, 0.4f, 0.4f, 0.6f), "gains=ap_fixed<20,20>; *=ap_fixed<20,4>", 0, false);

        assertThat(summary.float32()).isGreaterThan(0.95);
        assertThat(summary.quantized()).isLessThan(0.6);
        assertThat(summary.flips()).isGreaterThan(60);
        assertThat(summary.warnings())
                .singleElement()
                .asString()
                .contains(
                        "Quantization costs ",
                        "in <precision> (-Dmnist-hls.precision) 'gains=ap_fixed<20,20>; *=ap_fixed<20,4>'",
                        "More bits help most for layer 'gains': ",
                        "of the first 200 test images are right instead of ",
                        "Write gains=auto:16 before the other rules");
    }

    @Test
    void pixelsCanBeToBlame() {
        QuantizationSummary summary =
                summary(network(0, 1, 1, 1, 1), "input=ap_ufixed<4,8>; *=ap_fixed<20,4>", 0, false);

        assertThat(summary.warnings()).singleElement().asString().contains("More bits help most for the pixels: ");
    }

    @Test
    void lossesEverywhereAreNotPutOnOneLayer() {
        QuantizationSummary summary = summary(
                network(0, 0.4f, 0.4f, 0.4f, 0.6f),
                "input=ap_ufixed<4,8>; gains=ap_fixed<20,20>; *=ap_fixed<20,4>",
                0,
                false);

        assertThat(summary.warnings())
                .singleElement()
                .asString()
                .contains("No single layer is to blame. More bits help most for ", "Give all layers more bits");
    }

    @Test
    void shuffledClassesAreWorseThanGuessing() {
        QuantizationSummary summary = summary(network(0, 1, 1, 1, 1), "ap_fixed<16,8>", 1, true);

        assertThat(summary.float32()).isZero();
        assertThat(summary.warnings())
                .singleElement()
                .asString()
                .contains("0.00 % on the test images: no better than guessing one of 4 classes", "another order");
    }

    @Test
    void theLikelyScalingIsNamed() {
        Network bytes = network(100, 1, 1, 1, 1);

        QuantizationSummary loaded = summary(bytes, "ap_fixed<32,16>", 0, true);
        QuantizationSummary trained = summary(bytes, "ap_fixed<32,16>", 0, false);

        assertThat(loaded.warnings())
                .anySatisfy(text -> assertThat(text)
                        .contains("100.0 % with <inputMean> (-Dmnist-hls.inputMean) 0"
                                + " and <inputScale> (-Dmnist-hls.inputScale) 255"));
        assertThat(trained.warnings()).noneMatch(text -> text.contains("The loaded model"));
    }
}
