/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.quantization.RandomNetworks;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import io.github.mnisthls.quantization.RoundingPlan;
import io.github.mnisthls.quantization.TrainableNetwork;
import io.github.mnisthls.quantization.ValueRounding;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is trained is what the emulator computes, and so the hardware. */
@Slow
class OneTruthTest {
    private static final int IMAGES = 40;
    private static final int CHAINS = 300;

    /** Integers of so many bits are floats. */
    private static final int FLOAT_BITS = 24;

    /** Images that the user's network would be calibrated with. */
    private static final int CALIBRATION = 10;

    @TempDir
    private Path folder;

    @Test
    void theRoundedForwardPassIsTheEmulator() {
        int exact = 0;
        for (long seed = 0; seed < CHAINS; seed++) {
            Sample sample = RandomNetworks.createOfFewBits(seed);
            LabeledImages images = sample.images(IMAGES);
            TrainableNetwork network = trainable(FoldBatchNorm.fold(sample.network()), sample.precision(), images);
            QuantizedNetwork quantized = quantized(network, sample.precision(), images);
            if (isExactInFloats(quantized)) {
                exact++;
                assertThat(deviation(network, quantized, images))
                        .as(sample.toString())
                        .isZero();
            }
        }
        assertThat(exact).isGreaterThan(CHAINS * 9 / 10);
    }

    @Test
    void anotherRoundingWouldBeSeen() {
        int different = 0;
        for (long seed = 0; seed < IMAGES; seed++) {
            Sample sample = RandomNetworks.createOfFewBits(seed);
            LabeledImages images = sample.images(IMAGES);
            TrainableNetwork right = trainable(FoldBatchNorm.fold(sample.network()), sample.precision(), images);
            RoundingPlan plan = right.rounding();
            RoundingPlan truncating = new RoundingPlan(
                    plan.values().stream()
                            .map(value -> value.map(OneTruthTest::truncating))
                            .toList(),
                    plan.affine(),
                    plan.shares());
            TrainableNetwork wrong = new TrainableNetwork(right.folded(), right.formats(), truncating);
            different += deviation(wrong, quantized(right, sample.precision(), images), images) > 0 ? 1 : 0;
        }
        assertThat(different).isGreaterThan(IMAGES / 2);
    }

    private static ValueRounding truncating(ValueRounding rounding) {
        FixedPointFormat format = rounding.format();
        return new ValueRounding(
                new FixedPointFormat(
                        format.width(),
                        format.integerBits(),
                        format.signed(),
                        io.github.mnisthls.fixedpoint.Rounding.AP_TRN,
                        format.overflow()),
                rounding.lowest(),
                rounding.highest());
    }

    /** Sums of more than 24 bits are rounded by float32: a step of the results, at most, here and there. */
    @Test
    void whereFloatsCannotHoldTheSumsTheyAreNear() {
        Network folded = FoldBatchNorm.fold(
                ModelBuilder.random(SampleNetworks.kinked(), 3).toNetwork());
        LabeledImages images = SampleNetworks.images(folded.architecture(), IMAGES);
        TrainableNetwork network = trainable(folded, "ap_fixed<20,6>", images);
        QuantizedNetwork quantized = quantized(network, "ap_fixed<20,6>", images);

        assertThat(isExactInFloats(quantized)).isFalse();
        assertThat(deviation(network, quantized, images)).isBetween(0.0, 4 * Math.scalb(1.0, -14));
    }

    @Test
    void whatTrainingReportsIsWhatTheEmulatorRecognizes() {
        Network folded = FoldBatchNorm.fold(
                ModelBuilder.random(SampleNetworks.kinked(), 3).toNetwork());
        LabeledImages images = Shades.images(folded.architecture().input(), 600);
        Precision precision = Precision.parse("auto:w2a3");
        TrainingSettings settings = settings(1).finetuning(new FinetuneSettings(FinetuneMode.ON, 3, 1e-2), precision);
        TrainableNetwork network = trainable(folded, precision.text(), images);
        FinetuningJob job = new FinetuningJob(new TrainingJob(folded.architecture(), settings), precision, CALIBRATION);
        Training.Result result;
        try (Training training = Training.finetuning(job, network, images, folder, notice -> {})) {
            result = training.run(report -> {});
        }

        TrainableNetwork trained = new TrainableNetwork(result.network(), network.formats(), network.rounding());
        QuantizedNetwork quantized = quantized(trained, precision.text(), images);
        assertThat(deviation(trained, quantized, images)).isZero();
        int[] validation = Split.draw(images.count(), settings).validation;
        Predictions predictions = new Emulator(quantized).run(images, 1);
        long correct = Arrays.stream(validation)
                .filter(image -> predictions.predicted(image) == images.label(image))
                .count();
        assertThat(result.history().validationAccuracy()).isEqualTo((double) correct / validation.length);
        assertThat(result.network()).isNotEqualTo(folded);
    }

    private static TrainingSettings settings(int threads) {
        return new TrainingSettings(
                1, 32, 5, 1e-2, 0, OptionalDouble.empty(), 0.9, Augmentation.DEFAULT, 100, 400, 0, 512, threads);
    }

    private static TrainableNetwork trainable(Network folded, String precision, LabeledImages images) {
        return TrainableNetwork.of(folded, Precision.parse(precision), images.first(CALIBRATION), 1);
    }

    /** The network in integers, after its weights and biases were rounded once. */
    private static QuantizedNetwork quantized(TrainableNetwork network, String precision, LabeledImages images) {
        Network rounded = ModelBuilder.of(network.folded(), network.rounding()).toNetwork();
        return Quantizer.quantize(rounded, Precision.parse(precision), network.formats(), images.first(CALIBRATION), 1)
                .network();
    }

    private static boolean isExactInFloats(QuantizedNetwork network) {
        return network.layers().stream()
                .allMatch(layer -> layer.accumulatorFormat().width() <= FLOAT_BITS);
    }

    /** The largest difference of a logit. */
    private static double deviation(TrainableNetwork network, QuantizedNetwork quantized, LabeledImages images) {
        Predictions expected = new Emulator(quantized).run(images, 1);
        double largest = 0;
        try (Inference inference = new Inference(ModelBuilder.of(network.folded(), network.rounding()), 1)) {
            float[][] logits = inference.logits(images);
            for (int image = 0; image < images.count(); image++) {
                for (int i = 0; i < quantized.classes(); i++) {
                    double right = expected.format().toDouble(expected.logit(image, i));
                    largest = Math.max(largest, Math.abs(logits[image][i] - right));
                }
            }
        }
        return largest;
    }
}
