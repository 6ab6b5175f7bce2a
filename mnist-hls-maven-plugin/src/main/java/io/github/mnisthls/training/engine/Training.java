/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.TrainableNetwork;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.EpochShare;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.TrainingHistory;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.nio.file.Path;
import java.util.function.Consumer;

/** One training from its first epoch, or its last checkpoint, to the network of its best epoch. */
public final class Training implements AutoCloseable {
    private final TrainingSettings settings;
    private final Model model;
    private final TrainingState state;
    private final Checkpoints checkpoints;
    private final Passes passes;
    private final LearningWatch watch;
    private final double sparsity;
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
        this.notice = notice;
        this.model = course.model();
        this.state = new TrainingState(model);
        this.checkpoints = new Checkpoints(checkpointFolder, fingerprint(course.description(), images), notice);
        this.sparsity = course.sparsity();
        this.passes = new Passes(settings, images, model, state, course.teacher(), sparsity);
        this.watch = new LearningWatch(
                model.architecture().classes(), passes.stepsPerEpoch(), settings, course.learningRate());
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

    /** Trains to the end; nobody is told how far an epoch is. */
    public Result run(Consumer<EpochReport> listener) {
        return run(listener, share -> {});
    }

    /**
     * Trains to the end.
     *
     * @param listener told about each epoch, also those that a checkpoint remembers
     * @param shares   told after each step how far the epoch is
     * @throws io.github.mnisthls.training.TrainingFailedException if it diverges or does not learn
     */
    public Result run(Consumer<EpochReport> listener, Consumer<EpochShare> shares) {
        if (checkpoints.restore(state, settings.epochs())) {
            notice.accept("resuming after epoch " + state.epochsDone() + " of " + settings.epochs());
            state.reports.forEach(listener);
        }
        while (state.epochsDone() < settings.epochs()) {
            EpochReport report = passes.run(state.epochsDone(), gradient -> {}, shares);
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
        model.prune(sparsity);
        return new Result(model.toNetwork(), TrainingHistory.of(settings.seed(), state.reports));
    }

    @Override
    public void close() {
        passes.close();
    }
}
