/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.LayerRange;
import io.github.mnisthls.quantization.OverflowProof;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RandomGraphs;
import io.github.mnisthls.quantization.RandomNetworks;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import io.github.mnisthls.quantization.RawRange;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@Slow
class EmulatorTest {
    private static final int NETWORKS = 300;
    private static final int IMAGES = 5;

    @Test
    void randomNetworksGiveWhatDecimalArithmeticGives() {
        for (long seed = 0; seed < 3 * NETWORKS; seed++) {
            Sample sample = sample(seed);
            if (differs(sample)) {
                Sample smallest = RandomNetworks.shrink(sample, EmulatorTest::differs);
                assertThat(emulated(smallest)).as(smallest.toString()).isEqualTo(expected(smallest));
            }
        }
    }

    private static Sample sample(long seed) {
        if (seed < NETWORKS) {
            return RandomNetworks.create(seed);
        }
        return seed < 2 * NETWORKS ? RandomNetworks.createGraph(seed) : RandomNetworks.createOfFewBits(seed);
    }

    /** Formats and integers that no training would give. */
    @Test
    void randomGraphsOfEveryKindGiveWhatDecimalArithmeticGives() {
        ReferenceInference reference = new ReferenceInference();
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < NETWORKS; seed++) {
            QuantizedNetwork network = RandomGraphs.create(seed);
            network.layers().forEach(layer -> kinds.add(layer.getClass()));
            Shape shape = network.input().shape();
            byte[] pixels = new byte[IMAGES * shape.size()];
            new Random(seed).nextBytes(pixels);
            LabeledImages images = LabeledImages.of(shape, pixels, new byte[IMAGES]);

            long[] logits = new Emulator(network).run(images, 1).logits();

            for (int image = 0; image < IMAGES; image++) {
                assertThat(Arrays.copyOfRange(logits, image * network.classes(), (image + 1) * network.classes()))
                        .as("seed %d, image %d, %s", seed, image, network)
                        .isEqualTo(reference.logits(network, images, image));
            }
        }
        assertThat(kinds).hasSize(12);
    }

    @Test
    void theNumberOfThreadsAndTheirBlocksDoNotMatter() {
        Sample sample = RandomNetworks.create(17);
        QuantizedNetwork network = sample.quantized();
        LabeledImages images = sample.images(300);

        Predictions one = new Emulator(network).run(images, 1);
        Predictions three = new Emulator(network).run(images, 3);

        assertThat(three.logits()).isEqualTo(one.logits());
        for (int image : new int[] {0, 127, 128, 299}) {
            assertThat(new Emulator(network).logits(images, image))
                    .isEqualTo(Arrays.copyOfRange(
                            one.logits(), image * network.classes(), (image + 1) * network.classes()));
        }
    }

    @Test
    void accumulatorsStayInTheProvedRange() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Sample sample = RandomNetworks.create(seed);
            QuantizedNetwork network = sample.quantized();
            List<RawRange> seen =
                    new Emulator(network).observe(sample.images(IMAGES), 2).accumulators();
            List<LayerRange> proved = OverflowProof.of(network);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(proved.get(i).accumulator().contains(seen.get(i)))
                        .as("%s of %s in %s", seen.get(i), proved.get(i), sample)
                        .isTrue();
            }
        }
    }

    /** Black, white and noise: pixel tables of random integers reach their ends often. */
    @Test
    void accumulatorsOfEveryKindStayInTheProvedRange() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            QuantizedNetwork network = RandomGraphs.create(seed);
            Shape shape = network.input().shape();
            byte[] pixels = new byte[100 * shape.size()];
            new Random(seed).nextBytes(pixels);
            LabeledImages images = LabeledImages.of(shape, pixels, new byte[100]);
            List<RawRange> seen = new Emulator(network).observe(images, 1).accumulators();
            List<LayerRange> proved = OverflowProof.of(network);
            for (int i = 0; i < seen.size(); i++) {
                assertThat(proved.get(i).accumulator().contains(seen.get(i)))
                        .as("seed %d: %s of %s", seed, seen.get(i), proved.get(i))
                        .isTrue();
            }
        }
    }

    @Test
    void theFirstOfEqualLogitsIsPredicted() {
        Predictions predictions =
                new Predictions(FixedPointFormat.signed(8, 8), 3, new long[] {1, 1, 0, -1, -3, -1, -5, -4, -4});

        assertThat(predictions.predicted(0)).isZero();
        assertThat(predictions.predicted(1)).isZero();
        assertThat(predictions.predicted(2)).isEqualTo(1);
    }

    @Test
    void refusesImagesOfAnotherShape() {
        Sample sample = RandomNetworks.create(1);
        Sample other = LongStream.range(2, 100)
                .mapToObj(RandomNetworks::create)
                .filter(candidate -> !candidate
                        .architecture()
                        .input()
                        .equals(sample.architecture().input()))
                .findFirst()
                .orElseThrow();
        Emulator emulator = new Emulator(sample.quantized());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> emulator.run(other.images(1), 1))
                .withMessageContaining(
                        "takes images of " + sample.architecture().input());
    }

    private static boolean differs(Sample sample) {
        return !Arrays.equals(emulated(sample), expected(sample));
    }

    private static long[] emulated(Sample sample) {
        return new Emulator(sample.quantized()).run(sample.images(IMAGES), 1).logits();
    }

    private static long[] expected(Sample sample) {
        QuantizedNetwork network = sample.quantized();
        LabeledImages images = sample.images(IMAGES);
        ReferenceInference reference = new ReferenceInference();
        return IntStream.range(0, IMAGES)
                .boxed()
                .flatMapToLong(image -> Arrays.stream(reference.logits(network, images, image)))
                .toArray();
    }
}
