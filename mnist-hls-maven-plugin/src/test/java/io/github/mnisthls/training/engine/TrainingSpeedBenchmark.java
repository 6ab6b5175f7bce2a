/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.network.DefaultArchitecture;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Seconds for an epoch of the default network on 60,000 images; run by {@code src/test/bench/training-speed.sh}. */
class TrainingSpeedBenchmark {
    private static final int BATCH = Integer.getInteger("bench.batch", 128);
    private static final int EPOCHS = Integer.getInteger("bench.epochs", 3);
    private static final int THREADS = 2;
    private static final double NANOS = 1e9;

    @Test
    void epochs() {
        LabeledImages images = DatasetReader.mnist().training();
        Model model = ModelBuilder.random(DefaultArchitecture.create(), 0);
        for (Augmentation augmentation : new Augmentation[] {Augmentation.NONE, Augmentation.DEFAULT}) {
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                long start = System.nanoTime();
                long cpu = cpuTime();
                double loss = epoch(model, new ImageLoader(images, augmentation, epoch), epoch);
                System.out.printf(
                        Locale.ROOT,
                        "this plugin, batch %d, augmentation %s, epoch %d: %.2f s, %.2f s of CPU time, loss %.4f%n",
                        BATCH,
                        augmentation.isNone() ? "off" : "on",
                        epoch + 1,
                        (System.nanoTime() - start) / NANOS,
                        (cpuTime() - cpu) / NANOS,
                        loss);
                assertThat(loss).isLessThan(2);
            }
        }
    }

    private static double epoch(Model model, ImageLoader loader, int epoch) {
        int steps = loader.images().count() / BATCH;
        int[] order = new SeededRandom(epoch).permutation(loader.images().count());
        AdamW optimizer = new AdamW(model.parameters().length);
        double loss = 0;
        try (ShardedModel sharded = new ShardedModel(model, THREADS)) {
            for (int step = 0; step < steps; step++) {
                int[] batch = Arrays.copyOfRange(order, step * BATCH, (step + 1) * BATCH);
                loss += sharded.learn(loader, batch, step).loss() / steps;
                optimizer.step(model, sharded.gradient(), 1e-3, 1e-2);
            }
        }
        return loss;
    }

    private static long cpuTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
