/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import java.util.List;

/**
 * What {@code training.json} holds.
 *
 * @param seed               of the settings
 * @param epochs             that were trained
 * @param bestEpoch          whose network was kept, counted from 1
 * @param secondsPerEpoch    mean over the epochs
 * @param validationAccuracy of the best epoch
 * @param perEpoch           one report for each epoch
 */
public record TrainingHistory(
        long seed,
        int epochs,
        int bestEpoch,
        double secondsPerEpoch,
        double validationAccuracy,
        List<EpochReport> perEpoch) {
    public TrainingHistory {
        perEpoch = List.copyOf(perEpoch);
    }

    /** Sums up the epochs of a training. */
    public static TrainingHistory of(long seed, List<EpochReport> perEpoch) {
        EpochReport best = perEpoch.get(0);
        for (EpochReport report : perEpoch) {
            best = report.isBetterThan(best) ? report : best;
        }
        double seconds =
                perEpoch.stream().mapToDouble(EpochReport::seconds).average().orElseThrow();
        return new TrainingHistory(seed, perEpoch.size(), best.epoch(), seconds, best.validationAccuracy(), perEpoch);
    }
}
