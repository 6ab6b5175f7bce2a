/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

/**
 * How one pass over the training images went.
 *
 * @param epoch              counted from 1
 * @param loss               mean cross entropy while training, dropout and augmentation included
 * @param validationLoss     mean cross entropy on the validation images after the epoch
 * @param validationAccuracy fraction of the validation images that are recognized
 * @param imagesPerSecond    trained with, validation not counted
 * @param seconds            of training, validation not counted
 */
public record EpochReport(
        int epoch,
        double loss,
        double validationLoss,
        double validationAccuracy,
        double imagesPerSecond,
        double seconds) {

    /** Whether this epoch's network is to be preferred to another's. */
    public boolean isBetterThan(EpochReport other) {
        return validationAccuracy > other.validationAccuracy
                || (validationAccuracy == other.validationAccuracy && validationLoss < other.validationLoss);
    }
}
