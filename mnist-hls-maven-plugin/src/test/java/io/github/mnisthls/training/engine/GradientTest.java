/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.network.Architecture;
import org.junit.jupiter.api.Test;

/** Gradients against differences of the loss. Kinked networks are compared with DL4J's gradients elsewhere. */
@Slow
class GradientTest {
    private static final int IMAGES = 45;
    private static final float STEP = 4e-3f;

    @Test
    void gradientsAreTheSlopesOfTheLoss() {
        assertSlopes(SampleNetworks.smooth());
    }

    @Test
    void gradientsOfValuesThatAreUsedSeveralTimesAreSummed() {
        assertSlopes(GraphNetworks.smooth());
    }

    private static void assertSlopes(Architecture architecture) {
        ImageLoader loader = ImageLoader.plain(SampleNetworks.images(architecture, IMAGES));
        Model model = ModelBuilder.random(architecture, 3);
        float[] parameters = model.parameters();
        int[] batch = SampleNetworks.first(IMAGES);
        try (ShardedModel sharded = new ShardedModel(model, 1)) {
            sharded.learn(loader, batch, 0);
            float[] gradient = sharded.gradient().clone();
            for (ParameterBlock block : model.blocks()) {
                double error = 0;
                double norm = 0;
                for (int i = block.at(); i < block.end(); i++) {
                    float value = parameters[i];
                    parameters[i] = value + STEP;
                    double above = sharded.learn(loader, batch, 0).loss();
                    parameters[i] = value - STEP;
                    double below = sharded.learn(loader, batch, 0).loss();
                    parameters[i] = value;
                    double slope = (above - below) / (2 * STEP);
                    error += (slope - gradient[i]) * (slope - gradient[i]);
                    norm += slope * slope;
                }
                // A bias before a batch normalization has slope 0, up to rounding.
                assertThat(Math.sqrt(error)).as("%s", block).isLessThan(2e-3 * Math.sqrt(norm) + 1e-4);
            }
        }
    }

    @Test
    void emptyLanesCountForNothing() {
        assertEmptyLanesCountForNothing(SampleNetworks.kinked());
        assertEmptyLanesCountForNothing(GraphNetworks.smooth());
        assertEmptyLanesCountForNothing(GraphNetworks.residual());
    }

    private static void assertEmptyLanesCountForNothing(Architecture architecture) {
        ImageLoader loader = ImageLoader.plain(SampleNetworks.images(architecture, IMAGES));
        Model model = ModelBuilder.random(architecture, 3);
        try (ShardedModel sharded = new ShardedModel(model, 1)) {
            sharded.learn(loader, SampleNetworks.first(20), 0);
            float[] clean = sharded.gradient().clone();
            // Leaves other images in the lanes that the next batch does not fill.
            sharded.learn(loader, SampleNetworks.first(IMAGES), 0);
            sharded.learn(loader, SampleNetworks.first(20), 0);

            assertThat(sharded.gradient()).containsExactly(clean);
        }
    }
}
