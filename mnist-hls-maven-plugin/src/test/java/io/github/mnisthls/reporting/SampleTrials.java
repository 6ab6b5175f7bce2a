/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrial.Kind;
import io.github.mnisthls.training.RoundingTrials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trainings with and without rounding: invented but possible figures. */
final class SampleTrials {
    private static final int EPOCHS = 4;

    private SampleTrials() {}

    static RoundingTrials of(List<String> layers) {
        return of(layers, 0.9868, 0.1156, 0);
    }

    /**
     * What came of them.
     *
     * @param straight accuracy with the straight-through gradient
     * @param blind    accuracy without one
     * @param last     norm of the last layer's gradient in the training without one
     */
    static RoundingTrials of(List<String> layers, double straight, double blind, double last) {
        return new RoundingTrials(
                "ap_fixed<16,8>",
                10,
                20_000,
                0.01,
                List.of(
                        trial(Kind.FLOAT32, layers, 0.987, 0.3, 0.3),
                        trial(Kind.NO_GRADIENT, layers, blind, 0, last),
                        trial(Kind.STRAIGHT_THROUGH, layers, straight, 0.29, 0.29)));
    }

    private static RoundingTrial trial(Kind kind, List<String> layers, double accuracy, double norm, double lastNorm) {
        List<RoundingTrial.Epoch> epochs = IntStream.rangeClosed(1, EPOCHS)
                .mapToObj(epoch -> new RoundingTrial.Epoch(
                        new EpochReport(
                                epoch,
                                norm == 0 ? 2.7 : 0.7 / epoch,
                                norm == 0 ? 2.6 : 0.1 / epoch,
                                accuracy - (norm == 0 ? 0 : 0.01 * (EPOCHS - epoch)),
                                9000,
                                2.2),
                        IntStream.range(0, layers.size())
                                .mapToObj(i -> new RoundingTrial.LayerGradient(
                                        layers.get(i), i == layers.size() - 1 ? lastNorm : norm / (i + 1)))
                                .toList()))
                .toList();
        return new RoundingTrial(
                kind,
                norm == 0 ? 0.02 : 0.6,
                epochs,
                IntStream.range(0, layers.size())
                        .mapToObj(i -> value(layers.get(i), i, norm == 0))
                        .toList());
    }

    private static RoundingTrial.Value value(String layer, int number, boolean random) {
        return new RoundingTrial.Value(
                layer,
                "ap_fixed<16,8,AP_RND,AP_SAT>",
                0.001 * number,
                0,
                375_000 / (number + 1),
                2_000 - number,
                number == 1
                        ? Optional.of(new RoundingTrial.Normalized(
                                -0.01,
                                random ? 1.002 : 1.035,
                                -0.01,
                                random ? 1.002 : 1.0351,
                                Map.of(-12, 30L, -3, 4_000L, 0, 9_000L, 1, 700L),
                                Map.of(-8, 25L, -3, 4_001L, 0, 9_000L, 1, 700L)))
                        : Optional.empty());
    }
}
