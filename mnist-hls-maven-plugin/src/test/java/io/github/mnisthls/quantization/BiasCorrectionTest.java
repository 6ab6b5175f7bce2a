/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BiasCorrectionTest {
    private static final Shape INPUT = new Shape(2, 7, 6);
    private static final FixedPointFormat COARSE = FixedPointFormat.parse("ap_fixed<4,2,AP_RND_CONV,AP_SAT>");

    /** Padding and strides included: the mean over images and positions is what it was before rounding. */
    @Test
    void theMeanOfEveryChannelStays() {
        Conv2d conv = new Conv2d("conv", 3, new Window(3, 2, 2, 1, new Padding(1, 2, 0, 1)));
        Random random = new Random(4);
        AffineParameters trained = new AffineParameters(normal(random, 36), normal(random, 3));
        LabeledImages images = images(30);
        Architecture architecture =
                new Architecture("test", INPUT, List.<Layer>of(conv, new GlobalAveragePool("mean")));
        Stage stage = Stages.of(architecture).get(0);
        Network network = new Network(architecture, Map.of("conv", trained));
        double[] meanInput = new Calibration(network, images, 2).mean(0);

        long[] raw = new long[36];
        float[] rounded = new float[36];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = COARSE.quantize(trained.weights().get(i));
            rounded[i] = (float) COARSE.toDouble(raw[i]);
        }
        double[] bias = BiasCorrection.correct(stage, trained, RawVector.of(raw), COARSE, meanInput);
        float[] floatBias = {(float) bias[0], (float) bias[1], (float) bias[2]};
        Network corrected = new Network(
                architecture, Map.of("conv", new AffineParameters(FloatVector.of(rounded), FloatVector.of(floatBias))));

        assertThat(floatBias).isNotEqualTo(trained.bias().toArray());
        for (int channel = 0; channel < 3; channel++) {
            assertThat(mean(corrected, images, channel)).isCloseTo(mean(network, images, channel), within(1e-5));
        }
    }

    /** As those of a network that was trained with rounding. */
    @Test
    void weightsOnTheGridMoveNoBias() {
        Conv2d conv = new Conv2d("conv", 3, new Window(3, 2, 1, 1, Padding.NONE));
        Random random = new Random(5);
        float[] weights = new float[36];
        long[] raw = new long[36];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = COARSE.quantize(random.nextGaussian());
            weights[i] = (float) COARSE.toDouble(raw[i]);
        }
        AffineParameters trained = new AffineParameters(FloatVector.of(weights), normal(random, 3));
        Architecture architecture =
                new Architecture("test", INPUT, List.<Layer>of(conv, new GlobalAveragePool("mean")));
        double[] meanInput = new Calibration(new Network(architecture, Map.of("conv", trained)), images(10), 2).mean(0);

        double[] bias =
                BiasCorrection.correct(Stages.of(architecture).get(0), trained, RawVector.of(raw), COARSE, meanInput);

        for (int channel = 0; channel < 3; channel++) {
            assertThat(bias[channel]).isEqualTo(trained.bias().get(channel));
        }
    }

    private static double mean(Network network, LabeledImages images, int channel) {
        FloatInference inference = new FloatInference(network);
        double sum = 0;
        for (int image = 0; image < images.count(); image++) {
            sum += inference.logits(images, image)[channel];
        }
        return sum / images.count();
    }

    private static LabeledImages images(int count) {
        byte[] pixels = new byte[count * INPUT.size()];
        new Random(9).nextBytes(pixels);
        return LabeledImages.of(INPUT, pixels, new byte[count]);
    }

    private static FloatVector normal(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return FloatVector.of(values);
    }
}
