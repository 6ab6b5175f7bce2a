/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the training process says, its parent understands. */
class ChildProtocolTest {
    @Test
    void epochsAndTheirShares() {
        EpochReport report = new EpochReport(3, 0.25, 0.5, 0.75, 1000.5, 12.25);
        EpochShare share = new EpochShare(3, 12_800, 55_000);

        assertThat(ChildProtocol.parseEpoch(ChildProtocol.epoch(report))).contains(report);
        assertThat(ChildProtocol.parseImages(ChildProtocol.images(share))).contains(share);
        assertThat(ChildProtocol.parseImages(ChildProtocol.epoch(report))).isEmpty();
    }

    @Test
    void notices() {
        assertThat(ChildProtocol.parseNotice(ChildProtocol.notice("resuming"))).contains("resuming");
        assertThat(ChildProtocol.parseWarning(ChildProtocol.warning("slow"))).contains("slow");
        assertThat(ChildProtocol.parseNotice("resuming")).isEmpty();
    }
}
