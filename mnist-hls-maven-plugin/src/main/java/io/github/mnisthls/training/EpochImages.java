/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.progress.Progress;

/** Shows how far the epoch under way is, where epochs take long. */
final class EpochImages {
    private EpochShare last = new EpochShare(0, 0, 0);
    private Progress progress;

    synchronized void reached(EpochShare share) {
        if (share.epoch() != last.epoch()) {
            progress = Progress.of("images of epoch " + share.epoch(), share.all());
        }
        last = share;
        progress.reached(share.done());
    }

    /** The epoch is over, or the training. */
    synchronized void end() {
        if (progress != null) {
            progress.reached(last.all());
        }
    }
}
