/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import org.junit.jupiter.api.Test;

@Slow
class ShardedModelTest {
    private static final int IMAGES = 70;

    @Test
    void neitherThreadsNorVectorsChangeOneBit() {
        assertSame(DefaultArchitecture.create());
        assertSame(GraphNetworks.smooth());
        assertSame(GraphNetworks.residual());
    }

    private static void assertSame(Architecture architecture) {
        float[] reference = learned(architecture, new ScalarKernels(), 1);

        for (int threads : new int[] {1, 2, 3, 5}) {
            assertThat(learned(architecture, new VectorKernels(), threads))
                    .as("%s, %d threads", architecture.name(), threads)
                    .containsExactly(reference);
        }
    }

    /** Parameters after two steps, with dropout and augmentation. */
    private static float[] learned(Architecture architecture, Kernels kernels, int threads) {
        ImageLoader loader = new ImageLoader(SampleNetworks.images(architecture, IMAGES), Augmentation.DEFAULT, 5);
        Model model = ModelBuilder.random(architecture, 1, kernels);
        AdamW optimizer = new AdamW(model.parameters().length);
        try (ShardedModel sharded = new ShardedModel(model, threads)) {
            for (int step = 0; step < 2; step++) {
                sharded.learn(loader, SampleNetworks.first(IMAGES), step);
                optimizer.step(model, sharded.gradient(), 1e-3, 1e-2);
            }
        }
        return model.parameters().clone();
    }
}
