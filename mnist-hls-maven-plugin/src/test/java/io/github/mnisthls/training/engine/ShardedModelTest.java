/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import org.junit.jupiter.api.Test;

class ShardedModelTest {
    private static final int IMAGES = 70;

    @Test
    void neitherThreadsNorVectorsChangeOneBit() {
        float[] reference = learned(new ScalarKernels(), 1);

        assertThat(learned(new VectorKernels(), 1)).containsExactly(reference);
        assertThat(learned(new VectorKernels(), 2)).containsExactly(reference);
        assertThat(learned(new VectorKernels(), 5)).containsExactly(reference);
    }

    /** Parameters after two steps on the default network, with dropout and augmentation. */
    private static float[] learned(Kernels kernels, int threads) {
        Architecture architecture = DefaultArchitecture.create();
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
