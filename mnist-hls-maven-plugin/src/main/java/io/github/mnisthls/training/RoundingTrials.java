/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.training.RoundingTrial.Kind;
import java.util.List;

/**
 * What came out of short trainings of one network that differ in their rounding alone.
 *
 * @param precision      that was rounded to
 * @param classes        that there are to guess
 * @param trainingImages that each of them saw in an epoch
 * @param weightDecay    all that moves weights without a gradient
 * @param trials         one of each kind, in the kinds' order
 */
public record RoundingTrials(
        String precision, int classes, int trainingImages, double weightDecay, List<RoundingTrial> trials) {
    public RoundingTrials {
        trials = List.copyOf(trials);
    }

    /** The training of this kind. */
    public RoundingTrial of(Kind kind) {
        return trials.stream().filter(trial -> trial.kind() == kind).findFirst().orElseThrow();
    }
}
