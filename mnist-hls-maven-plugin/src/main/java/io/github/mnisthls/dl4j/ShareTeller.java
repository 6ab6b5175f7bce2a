/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.training.ChildProtocol;
import io.github.mnisthls.training.EpochShare;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells the parent how far an epoch is, not more often than anybody can see. */
final class ShareTeller implements Consumer<EpochShare> {
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(500);

    private long toldAt = System.nanoTime();

    @Override
    public void accept(EpochShare share) {
        long now = System.nanoTime();
        if (now - toldAt >= PERIOD) {
            toldAt = now;
            ChildMain.say(ChildProtocol.images(share));
        }
    }
}
