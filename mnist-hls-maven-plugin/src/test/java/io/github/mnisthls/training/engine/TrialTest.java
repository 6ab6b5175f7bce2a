/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.quantization.ActivationRounding;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.RoundingPlan;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrial.Kind;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three trainings of one network: without rounding it is the usual one, without a gradient none at all. */
@Slow
class TrialTest {
    private static final Architecture NETWORK = SampleNetworks.kinked();
    private static final LabeledImages IMAGES = Shades.images(NETWORK.input(), 600);
    private static final int EPOCHS = 14;
    private static final double CHANCE = 0.25;

    @TempDir
    private Path folder;

    @Test
    void withoutAGradientNoWeightMoves() {
        RoundingTrial trial = trial("ap_fixed<16,8>").run(Kind.NO_GRADIENT, report -> {}, share -> {});

        assertThat(trial.weightChange()).isZero();
        assertThat(trial.epochs())
                .hasSize(EPOCHS)
                .allSatisfy(epoch -> assertThat(epoch.gradients())
                        .extracting(RoundingTrial.LayerGradient::layer)
                        .containsExactly("conv1", "norm1", "conv2"));
        assertThat(trial.epochs().stream().flatMap(epoch -> epoch.gradients().stream()))
                .allSatisfy(gradient -> assertThat(gradient.norm()).isZero());
        assertThat(trial.last().validationAccuracy()).isLessThan(CHANCE + 0.2);
    }

    @Test
    void withTheStraightThroughGradientItLearnsAsInFloat32() {
        RoundingTrial plain = trial("ap_fixed<16,8>").run(Kind.FLOAT32, report -> {}, share -> {});
        RoundingTrial straight = trial("ap_fixed<16,8>").run(Kind.STRAIGHT_THROUGH, report -> {}, share -> {});

        assertThat(plain.best().validationAccuracy()).isGreaterThan(0.9);
        assertThat(straight.best().validationAccuracy()).isGreaterThan(0.9);
        assertThat(straight.epochs().get(0).gradients())
                .allSatisfy(gradient -> assertThat(gradient.norm()).isPositive());
    }

    @Test
    void theyDifferInRoundingAlone() {
        RoundingTrial trial = trial("ap_fixed<16,8>").run(Kind.FLOAT32, report -> {}, share -> {});
        RoundingTrial finest = trial("ap_fixed<60,20>").run(Kind.STRAIGHT_THROUGH, report -> {}, share -> {});

        assertThat(finest.epochs()).extracting(epoch -> epoch.report().loss()).isEqualTo(losses(trial));
        assertThat(trial("ap_fixed<8,4>")
                        .run(Kind.STRAIGHT_THROUGH, report -> {}, share -> {})
                        .epochs())
                .extracting(epoch -> epoch.report().loss())
                .isNotEqualTo(losses(trial));
    }

    @Test
    void theFiguresAreThoseOfTheFormat() {
        // One integer bit and the sign, steps of a quarter: four values below zero, three above, and zero.
        RoundingTrial trial = trial("ap_fixed<3,1>").run(Kind.FLOAT32, report -> {}, share -> {});

        assertThat(trial.values())
                .extracting(RoundingTrial.Value::layer)
                .containsExactly("input", "conv1", "norm1", "relu1", "conv2", "relu2", "pool2");
        RoundingTrial.Value normalized = trial.values().get(2);
        assertThat(normalized.distinctAfter()).isLessThanOrEqualTo(8).isLessThan(normalized.distinct());
        assertThat(normalized.saturated()).isBetween(0.1, 0.9);
        assertThat(normalized.normalized()).hasValueSatisfying(seen -> {
            assertThat(seen.deviationAfter()).isLessThan(seen.deviation());
            assertThat(seen.after().keySet())
                    .allSatisfy(exponent -> assertThat(exponent).isBetween(-2, 0));
        });
        assertThat(trial.values().get(0).roundedToZero()).isPositive();
        assertThat(trial.values().get(3).normalized()).isEmpty();
    }

    @Test
    void binaryPointsFollowFromWhatATrainedNetworkGives() throws Exception {
        TrainingJob job = new TrainingJob(NETWORK, settings());
        RoundingPlan plan;
        try (Training training = new Training(job, IMAGES, folder, notice -> {})) {
            plan = ActivationRounding.of(
                    training.run(report -> {}).network(),
                    Precision.parse("conv1=auto:6; conv2=ap_fixed<12,5>; input=auto:8"),
                    IMAGES,
                    1);
        }

        assertThat(plan.values()).hasSize(8);
        assertThat(List.of(0, 1, 2, 3, 5, 7))
                .extracting(
                        value -> plan.values().get(value).orElseThrow().format().width())
                .containsExactly(8, 6, 6, 6, 12, 12);
        assertThat(plan.values().get(3).orElseThrow().format().signed()).isFalse();
        assertThat(plan.values().get(4))
                .as("pooling chooses among rounded values")
                .isEmpty();
    }

    private static List<Double> losses(RoundingTrial trial) {
        return trial.epochs().stream().map(epoch -> epoch.report().loss()).toList();
    }

    private static Trial trial(String precision) {
        RoundingPlan plan = ActivationRounding.of(
                ModelBuilder.random(NETWORK, 1).toNetwork(), Precision.parse(precision), IMAGES.first(50), 1);
        return new Trial(NETWORK, settings(), plan, IMAGES);
    }

    private static TrainingSettings settings() {
        return new TrainingSettings(
                EPOCHS, 20, 1, 1e-2, 0, OptionalDouble.empty(), 0, Augmentation.NONE, 100, 1000, 0, 512, 1);
    }
}
