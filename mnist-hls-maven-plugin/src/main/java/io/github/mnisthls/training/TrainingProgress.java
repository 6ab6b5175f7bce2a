/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import java.util.Locale;

/** Tells how far a training is. */
record TrainingProgress(int epochs) {
    String describe(EpochReport report) {
        long left = Math.round((epochs - report.epoch()) * report.seconds());
        return String.format(
                Locale.ROOT,
                "epoch %d of %d: loss %.4f, validation accuracy %.2f %%, %,.0f images/s, %d s left",
                report.epoch(),
                epochs,
                report.loss(),
                100 * report.validationAccuracy(),
                report.imagesPerSecond(),
                left);
    }
}
