/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.TrainableNetwork;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.TrainingHistory;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** One training from its first epoch, or its last checkpoint, to the network of its best epoch. */
public final class Training implements AutoCloseable {
    private static final long DROPOUT_PURPOSE = 0xd0;
    private static final long ORDER_PURPOSE = 0x0d;
    private static final long WARP_PURPOSE = 0xaf;
    private static final double NANOS = 1e9;

    private final TrainingSettings settings;
    private final LabeledImages images;
    private final Model model;
    private final TrainingState state;
    private final Checkpoints checkpoints;
    private final ShardedModel sharded;
    private final Split split;
    private final int batchSize;
    private final int stepsPerEpoch;
    private final OneCycle schedule;
    private final LearningWatch watch;
    private final Consumer<String> notice;

    /** What a training gives. */
    public record Result(Network network, TrainingHistory history) {}

    /**
     * @param checkpointFolder where it can be resumed from
     * @param notice           told what the user should know besides: damaged checkpoints, a training that is resumed
     */
    public Training(TrainingJob job, LabeledImages images, Path checkpointFolder, Consumer<String> notice) {
        this(Course.of(job), images, checkpointFolder, notice);
    }

    private Training(Course course, LabeledImages images, Path checkpointFolder, Consumer<String> notice) {
        this.settings = course.settings();
        this.images = images;
        this.notice = notice;
        this.model = course.model();
        this.state = new TrainingState(model);
        this.checkpoints = new Checkpoints(checkpointFolder, fingerprint(course.description(), images), notice);
        this.sharded = new ShardedModel(model, course.teacher(), settings.threads());
        this.split = Split.draw(images.count(), settings);
        this.batchSize = Math.min(settings.batchSize(), split.training.length);
        this.stepsPerEpoch = split.training.length / batchSize;
        this.schedule = new OneCycle(settings.learningRate(), stepsPerEpoch * settings.epochs());
        this.watch = new LearningWatch(model.architecture().classes(), stepsPerEpoch, settings, course.learningRate());
    }

    /**
     * Goes on with a trained network, rounded in its forward pass.
     *
     * @param checkpointFolder where it can be resumed from
     * @param notice           told what the user should know besides
     */
    public static Training finetuning(
            FinetuningJob job,
            TrainableNetwork network,
            LabeledImages images,
            Path checkpointFolder,
            Consumer<String> notice) {
        return new Training(Course.of(job, network), images, checkpointFolder, notice);
    }

    /** The images that a training with these settings chooses its best epoch by. */
    public static LabeledImages validation(LabeledImages images, TrainingSettings settings) {
        return images.select(Split.validation(images.count(), settings));
    }

    private static String fingerprint(ObjectNode description, LabeledImages images) {
        Digest digest = Digest.create();
        byte[] pixels = new byte[images.shape().size() + 1];
        for (int i = 0; i < images.count(); i++) {
            images.copyImage(i, pixels);
            pixels[pixels.length - 1] = (byte) images.label(i);
            digest.add(pixels);
        }
        return Digest.of(Json.write(description) + digest.hex());
    }

    /**
     * Trains to the end.
     *
     * @param listener told about each epoch, also those that a checkpoint remembers
     * @throws io.github.mnisthls.training.TrainingFailedException if it diverges or does not learn
     */
    public Result run(Consumer<EpochReport> listener) {
        if (checkpoints.restore(state, settings.epochs())) {
            notice.accept("resuming after epoch " + state.epochsDone() + " of " + settings.epochs());
            state.reports.forEach(listener);
        }
        while (state.epochsDone() < settings.epochs()) {
            EpochReport report = epoch(state.epochsDone());
            watch.check(report, settings.epochs());
            state.reports.add(report);
            if (state.bestReport().equals(report)) {
                state.best.copyFrom(model);
            }
            listener.accept(report);
            checkpoints.save(state);
        }
        watch.checkResult(state.bestReport());
        model.set(state.best.parameters, state.best.statistics);
        return new Result(model.toNetwork(), TrainingHistory.of(settings.seed(), state.reports));
    }

    /** Trains one epoch; leaves the model with the values that were judged. */
    private EpochReport epoch(int epoch) {
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
            loss += sharded.learn(loader, batch, dropoutSeed).loss();
            state.optimizer.step(model, sharded.gradient(), schedule.at(total), settings.weightDecay());
            average();
        }
        double seconds = (System.nanoTime() - start) / NANOS;
        state.current.copyFrom(model);
        if (settings.averaging() > 0) {
            model.set(state.average.parameters, state.average.statistics);
        }
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
