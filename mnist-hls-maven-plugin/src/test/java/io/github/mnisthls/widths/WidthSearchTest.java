/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.engine.ModelBuilder;
import io.github.mnisthls.training.engine.SampleNetworks;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A network that is right about all images, since their labels are what it says. */
@Slow
class WidthSearchTest {
    private static final int IMAGES = 300;
    private static final double DROP = 0.05;

    private final Network folded =
            FoldBatchNorm.fold(ModelBuilder.random(SampleNetworks.kinked(), 3).toNetwork());
    private final LabeledImages images = labeled(SampleNetworks.images(SampleNetworks.kinked(), IMAGES));

    @Test
    void noBitCanBeSpared() {
        WidthChoice choice = choose(DROP, WidthSearchTest::allBits);

        assertThat(choice.float32()).isEqualTo(1);
        assertThat(choice.accuracy()).isGreaterThanOrEqualTo(1 - DROP).isLessThan(1);
        assertThat(choice.bits())
                .extracting(WidthChoice.Bits::of)
                .containsExactly("input", "conv1.weights", "conv1.outputs", "conv2.weights", "pool2.outputs");
        for (WidthChoice.Bits bits : choice.bits()) {
            assertThat(bits.width()).isBetween(2, 8);
            bits.accuracy()
                    .ifPresent(accuracy -> assertThat(accuracy).as(bits.of()).isLessThan(1 - DROP));
        }
        assertThat(Precision.parse(choice.precision()).rules())
                .hasSize(choice.bits().size() + 1);
    }

    @Test
    void bitsGoFirstWhereTheHardwareSavesMost() {
        WidthChoice first = choose(DROP, network -> weightBits(network, "conv1"));
        WidthChoice second = choose(DROP, network -> weightBits(network, "conv2"));

        assertThat(bits(first, "conv1.weights")).isLessThan(bits(second, "conv1.weights"));
        // Two bits are too few for conv2, however wide all others are.
        assertThat(bits(second, "conv2.weights")).isEqualTo(bits(first, "conv2.weights"));
    }

    @Test
    void whoAllowsEverythingGetsTheFewestBits() {
        WidthChoice choice = choose(0.99, WidthSearchTest::allBits);

        assertThat(choice.bits()).extracting(WidthChoice.Bits::width).containsOnly(2);
        assertThat(choice.bits()).allMatch(bits -> bits.accuracy().isEmpty());
    }

    @Test
    void hardwareThatNeverFitsDoesNotMatter() {
        WidthChoice choice = choose(DROP, network -> Double.POSITIVE_INFINITY);

        assertThat(choice.accuracy()).isGreaterThanOrEqualTo(1 - DROP);
        assertThat(choice.bits()).allMatch(bits -> bits.cost().isEmpty());
    }

    @Test
    void whatCannotBeReachedIsRefused() {
        LabeledImages shifted = SampleNetworks.images(SampleNetworks.kinked(), IMAGES);
        LabeledImages wrong = relabeled(shifted, 1);
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new WidthSearch(folded, images, wrong, -1, network -> 1, 1).run())
                .withMessageContaining("maximumAccuracyDrop")
                .withMessageContaining("Allow more");
    }

    private WidthChoice choose(double drop, ToDoubleFunction<QuantizedNetwork> cost) {
        return new WidthSearch(folded, images, images, drop, cost, 1).run();
    }

    private LabeledImages labeled(LabeledImages unlabeled) {
        return relabeled(unlabeled, 0);
    }

    private LabeledImages relabeled(LabeledImages others, int shift) {
        int[] classes = new FloatInference(folded).predicted(others, 1);
        int size = others.shape().size();
        byte[] pixels = new byte[others.count() * size];
        byte[] labels = new byte[others.count()];
        byte[] image = new byte[size];
        for (int i = 0; i < labels.length; i++) {
            others.copyImage(i, image);
            System.arraycopy(image, 0, pixels, i * size, size);
            labels[i] = (byte) ((classes[i] + shift) % folded.architecture().classes());
        }
        return LabeledImages.of(others.shape(), pixels, labels);
    }

    private static double allBits(QuantizedNetwork network) {
        return network.input().format().width()
                + network.layers().stream()
                        .mapToDouble(layer -> layer.outputFormat().width()
                                + layer.trained()
                                        .map(trained -> trained.weightFormat().width())
                                        .orElse(0))
                        .sum();
    }

    private static double weightBits(QuantizedNetwork network, String name) {
        return network.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .map(QuantizedLayer::trained)
                .mapToDouble(trained -> trained.orElseThrow().weightFormat().width())
                .sum();
    }

    private static int bits(WidthChoice choice, String key) {
        return choice.bits().stream()
                .filter(bits -> bits.of().equals(key))
                .findFirst()
                .orElseThrow()
                .width();
    }
}
