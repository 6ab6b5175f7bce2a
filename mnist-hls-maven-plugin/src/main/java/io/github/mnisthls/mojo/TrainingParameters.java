/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.pipeline.TrainSettings;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.training.TrainingSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that need a trained network: all of them; here how it is trained. */
abstract class TrainingParameters extends NetworkParameters {
    /**
     * Passes over the training images.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.EPOCHS, defaultValue = "5")
    private int epochs;

    /**
     * Images per training step.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.BATCH_SIZE, defaultValue = "128")
    private int batchSize;

    /**
     * Decides initial weights, validation split, order of the images, augmentation and dropout.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.SEED, defaultValue = "1")
    private long seed;

    /**
     * Largest learning rate of the one-cycle schedule.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.LEARNING_RATE, defaultValue = "0.008")
    private double learningRate;

    /**
     * Decoupled weight decay (AdamW).
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.WEIGHT_DECAY, defaultValue = "0.01")
    private double weightDecay;

    /**
     * Dropout rate that replaces the rates of the dropout layers.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.DROPOUT)
    private Double dropout;

    /**
     * Share of the old value that the moving average of the weights keeps at each step; 0 trains without averaging.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AVERAGING, defaultValue = "0.999")
    private double averaging;

    /**
     * Largest shift of a training image in each direction, in pixels.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AUGMENTATION_SHIFT, defaultValue = "2")
    private double augmentationShift;

    /**
     * Largest rotation of a training image in either direction, in degrees.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AUGMENTATION_ROTATION, defaultValue = "10")
    private double augmentationRotation;

    /**
     * Largest change in size of a training image; 0.1 means 0.9 to 1.1 times the size.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AUGMENTATION_SCALE, defaultValue = "0.1")
    private double augmentationScale;

    /**
     * Largest slant of a training image, in pixels sideways per row.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AUGMENTATION_SHEAR, defaultValue = "0.1")
    private double augmentationShear;

    /**
     * How many training images are kept apart to choose the best epoch.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.VALIDATION_IMAGES, defaultValue = "5000")
    private int validationImages;

    /**
     * The largest number of images to train with; 0 means all of them.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TRAINING_IMAGES, defaultValue = "0")
    private int trainingImages;

    /**
     * For a quick look: five epochs on 10,000 images. If there is a fully trained model already, it is used instead. If
     * this is not set, a goal called without a phase keeps a quick model if there is one; {@code false} trains again.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.QUICK)
    private Boolean quick;

    @Parameter(defaultValue = "${session.goals}", readonly = true)
    private List<String> calledGoals = List.of();

    /**
     * Validation accuracy, from 0 to 1, below which the training fails the build.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MINIMUM_ACCURACY, defaultValue = "0")
    private double minimumAccuracy;

    /**
     * Memory for the whole training process, in MiB.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TRAINING_MEMORY, defaultValue = "2048")
    private int trainingMemory;

    /**
     * Number of training threads; 0 means one per core, up to 256. It changes the speed, not the result.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TRAINING_THREADS, defaultValue = "0")
    private int trainingThreads;

    TrainSettings trainSettings() {
        TrainingSettings full = trainingSettings();
        boolean isQuick = Boolean.TRUE.equals(quick);
        return new TrainSettings(
                architecture(),
                dataset(),
                model(),
                isQuick ? full.quick() : full,
                standIn(isQuick ? full : full.quick()));
    }

    private Optional<TrainingSettings> standIn(TrainingSettings other) {
        boolean mayStandIn = quick == null ? isCalledAlone() : quick;
        return mayStandIn ? Optional.of(other) : Optional.empty();
    }

    /** Whether the build has no phase, so that nobody asked for what the POM describes as a whole. */
    private boolean isCalledAlone() {
        return !calledGoals.isEmpty() && calledGoals.stream().allMatch(goal -> goal.contains(":"));
    }

    private TrainingSettings trainingSettings() {
        int limit = trainingImages == 0 ? Integer.MAX_VALUE : trainingImages;
        return new TrainingSettings(
                epochs,
                batchSize,
                seed,
                learningRate,
                weightDecay,
                dropout == null ? OptionalDouble.empty() : OptionalDouble.of(dropout),
                averaging,
                new Augmentation(augmentationShift, augmentationRotation, augmentationScale, augmentationShear),
                validationImages,
                limit,
                minimumAccuracy,
                trainingMemory,
                TrainingSettings.threads(trainingThreads, Runtime.getRuntime().availableProcessors()));
    }

    final String seedText() {
        return Long.toString(seed);
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        trainSettings();
    }
}
