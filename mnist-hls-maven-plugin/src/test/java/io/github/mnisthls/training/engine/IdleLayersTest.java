/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Network;
import org.junit.jupiter.api.Test;

/** Layers that the logits do not depend on are kept and not trained. */
class IdleLayersTest {
    @Test
    void theyKeepWhatTheyBeginWith() {
        Architecture architecture = GraphNetworks.scaled();
        Network begun = ModelBuilder.random(architecture, 11).toNetwork();

        Network trained = SampleGradients.trained(architecture, 20);

        assertThat(trained.parameters().get("unread"))
                .isEqualTo(begun.parameters().get("unread"));
        assertThat(trained.parameters().get("unreadNorm"))
                .isEqualTo(begun.parameters().get("unreadNorm"));
        assertThat(trained.parameters().get("conv"))
                .isNotEqualTo(begun.parameters().get("conv"));
        assertThat(begun.parameters().get("unread").values().get("weights").isZero())
                .isFalse();
    }

    @Test
    void theyDoNotChangeWhatTheOthersLearn() {
        Architecture architecture = GraphNetworks.scaled();

        Network whole = SampleGradients.trained(architecture, 20);
        Network needed = SampleGradients.trained(architecture.needed(), 20);

        assertThat(whole.parameters()).containsAllEntriesOf(needed.parameters());
    }

    @Test
    void aModelGivesBackTheNetworkThatItWasMadeOf() {
        Network network = SampleGradients.trained(GraphNetworks.scaled(), 20);

        assertThat(ModelBuilder.of(network).toNetwork()).isEqualTo(network);
    }
}
