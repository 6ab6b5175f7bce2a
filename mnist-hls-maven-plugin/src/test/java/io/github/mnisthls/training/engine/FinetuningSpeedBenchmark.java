/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.TrainableNetwork;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Processor time of fine-tuning the default network beside that of training it, in turns; run by {@code
 * src/test/bench/finetuning-speed.sh}.
 */
class FinetuningSpeedBenchmark {
    private static final int BATCH = 128;
    private static final int STEPS = Integer.getInteger("bench.steps", 200);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double NANOS = 1e9;

    private final LabeledImages images = DatasetReader.mnist().training();

    @Test
    void steps() {
        Model training = ModelBuilder.random(DefaultArchitecture.create(), 0);
        seconds(training, Optional.empty());
        Network folded = FoldBatchNorm.fold(training.toNetwork());
        for (String precision : new String[] {"auto:w4a4", "auto:ternary", "auto:1"}) {
            TrainableNetwork rounded = TrainableNetwork.of(folded, Precision.parse(precision), images.first(500), 1);
            Model finetuning = ModelBuilder.of(folded, rounded.rounding());
            Optional<Teacher> teacher = Optional.of(new Teacher(ModelBuilder.of(folded)));
            for (int round = 0; round < ROUNDS; round++) {
                double before = seconds(training, Optional.empty());
                double now = seconds(finetuning, teacher);
                assertThat(now).isPositive();
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d steps of %d images take %.2f s of CPU time, training %.2f s, ratio %.2f%n",
                        precision,
                        STEPS,
                        BATCH,
                        now,
                        before,
                        now / before);
            }
        }
    }

    private double seconds(Model model, Optional<Teacher> teacher) {
        ImageLoader loader = new ImageLoader(images, Augmentation.DEFAULT, 1);
        AdamW optimizer = new AdamW(model.parameters().length);
        try (ShardedModel sharded = new ShardedModel(model, teacher, 1)) {
            long start = cpuTime();
            for (int step = 0; step < STEPS; step++) {
                int first = step * BATCH;
                int[] batch = IntStream.range(first, first + BATCH)
                        .map(image -> image % images.count())
                        .toArray();
                sharded.learn(loader, batch, step);
                optimizer.step(model, sharded.gradient(), 1e-4, 0);
            }
            return (cpuTime() - start) / NANOS;
        }
    }

    private static long cpuTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
