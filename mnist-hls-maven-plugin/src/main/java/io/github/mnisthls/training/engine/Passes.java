/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.EpochShare;
import io.github.mnisthls.training.TrainingSettings;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes over the training images, each judged on the validation images at its end. */
final class Passes implements AutoCloseable {
    private static final long DROPOUT_PURPOSE = 0xd0;
    private static final long ORDER_PURPOSE = 0x0d;
    private static final long WARP_PURPOSE = 0xaf;
    private static final double NANOS = 1e9;

    private final TrainingSettings settings;
    private final LabeledImages images;
    private final Model model;
    private final TrainingState state;
    private final ShardedModel sharded;
    private final Split split;
    private final int batchSize;
    private final int stepsPerEpoch;
    private final OneCycle schedule;
    private final Pruning pruning;

    /** @param sparsity share of each layer's weights that become 0 */
    Passes(
            TrainingSettings settings,
            LabeledImages images,
            Model model,
            TrainingState state,
            Optional<Teacher> teacher,
            double sparsity) {
        this.settings = settings;
        this.images = images;
        this.model = model;
        this.state = state;
        this.sharded = new ShardedModel(model, teacher, settings.threads());
        this.split = Split.draw(images.count(), settings);
        this.batchSize = Math.min(settings.batchSize(), split.training.length);
        this.stepsPerEpoch = split.training.length / batchSize;
        this.schedule = new OneCycle(settings.learningRate(), stepsPerEpoch * settings.epochs());
        this.pruning = new Pruning(sparsity, stepsPerEpoch * settings.epochs());
    }

    int stepsPerEpoch() {
        return stepsPerEpoch;
    }

    /** Numbers of the images that are judged by. */
    int[] validation() {
        return split.validation;
    }

    /** What computes. */
    ShardedModel sharded() {
        return sharded;
    }

    /**
     * Trains one epoch; leaves the model with the values that were judged.
     *
     * @param epoch     from 0
     * @param gradients sees the gradient of each step
     * @param shares    sees after each step how far the epoch is
     */
    EpochReport run(int epoch, Consumer<float[]> gradients, Consumer<EpochShare> shares) {
        model.set(state.current.parameters, state.current.statistics);
        long start = System.nanoTime();
        double loss = 0;
        int[] order = new SeededRandom(settings.seed(), ORDER_PURPOSE, epoch).permutation(split.training.length);
        long warpSeed = new SeededRandom(settings.seed(), WARP_PURPOSE, epoch).nextLong();
        ImageLoader loader = new ImageLoader(images, settings.augmentation(), warpSeed);
        int[] batch = new int[batchSize];
        for (int step = 0; step < stepsPerEpoch; step++) {
            for (int i = 0; i < batchSize; i++) {
                batch[i] = split.training[order[step * batchSize + i]];
            }
            int total = epoch * stepsPerEpoch + step;
            long dropoutSeed = new SeededRandom(settings.seed(), DROPOUT_PURPOSE, total).nextLong();
            model.prune(pruning.at(total));
            loss += sharded.learn(loader, batch, dropoutSeed).loss();
            gradients.accept(sharded.gradient());
            state.optimizer.step(model, sharded.gradient(), schedule.at(total), settings.weightDecay());
            average();
            shares.accept(new EpochShare(epoch + 1, (step + 1L) * batchSize, (long) stepsPerEpoch * batchSize));
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        state.current.copyFrom(model);
        if (settings.averaging() > 0) {
            model.set(state.average.parameters, state.average.statistics);
        }
        // Only with all zeros in place can the best epoch be told.
        model.prune(pruning.share());
        ShardedModel.Outcome outcome = judge(split.validation);
        return new EpochReport(
                epoch + 1,
                loss / stepsPerEpoch,
                outcome.loss(),
                (double) outcome.correct() / split.validation.length,
                stepsPerEpoch * batchSize / seconds,
                seconds);
    }

    private void average() {
        if (settings.averaging() > 0) {
            // Early on the plain mean, so that the random initial weights are forgotten.
            int steps = state.optimizer.steps;
            float kept = (float) Math.min(settings.averaging(), (steps - 1.0) / (steps + 9.0));
            state.current.copyFrom(model);
            state.average.follow(state.current, kept);
        }
    }

    private ShardedModel.Outcome judge(int[] numbers) {
        ImageLoader loader = new ImageLoader(images, Augmentation.NONE, 0);
        double loss = 0;
        int correct = 0;
        for (int from = 0; from < numbers.length; from += batchSize) {
            int[] batch = Arrays.copyOfRange(numbers, from, Math.min(from + batchSize, numbers.length));
            ShardedModel.Outcome outcome = sharded.judge(loader, batch);
            loss += outcome.loss() * batch.length;
            correct += outcome.correct();
        }
        return new ShardedModel.Outcome(loss / numbers.length, correct);
    }

    @Override
    public void close() {
        sharded.close();
    }
}
