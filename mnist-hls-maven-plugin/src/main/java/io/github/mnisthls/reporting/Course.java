/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.List;
import java.util.OptionalDouble;

/**
 * All passes over the training images, in order.
 *
 * @param training   in float32
 * @param finetuning with rounding, from number 1 again
 */
public record Course(List<Epoch> training, List<Epoch> finetuning) {
    static final Course NONE = new Course(List.of(), List.of());

    public Course {
        training = List.copyOf(training);
        finetuning = List.copyOf(finetuning);
    }

    /**
     * One pass over the training images.
     *
     * @param number             from 1
     * @param loss               mean over the training images, while training
     * @param validationLoss     mean over the validation images after the epoch, if there are any
     * @param validationAccuracy fraction of 1, if a part of the images was kept for that
     */
    public record Epoch(int number, double loss, OptionalDouble validationLoss, OptionalDouble validationAccuracy) {}
}
