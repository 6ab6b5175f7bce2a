/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How to train; {@link #defaults()} is the one place of the defaults.
 *
 * @param epochs           passes over the training images, 1 to 1000
 * @param batchSize        images per step, 2 to 4096
 * @param seed             decides initial weights, validation split, order of the images, augmentation and dropout
 * @param learningRate     largest rate of the one-cycle schedule, above 0, at most 1
 * @param weightDecay      decoupled weight decay (AdamW), 0 to 1
 * @param dropout          rate that replaces that of all dropout layers, 0 to below 1
 * @param averaging        share of the old average that the moving average of the weights keeps each step, 0 (no
 *                         averaging) to below 1
 * @param augmentation     how images are varied while training
 * @param validationImages taken from the training images to choose the best epoch, at least 1
 * @param trainingImages   at most so many images are trained with, drawn by the seed
 * @param minimumAccuracy  validation accuracy below which the training fails, 0 to 1
 * @param memoryMiB        for the training process as a whole, at least 512
 * @param threads          that compute, 1 to 256; changes the speed, not the result
 */
public record TrainingSettings(
        int epochs,
        int batchSize,
        long seed,
        double learningRate,
        double weightDecay,
        OptionalDouble dropout,
        double averaging,
        Augmentation augmentation,
        int validationImages,
        int trainingImages,
        double minimumAccuracy,
        int memoryMiB,
        int threads) {
    private static final int MAX_EPOCHS = 1000;
    private static final int MAX_BATCH = 4096;
    private static final int MIN_MEMORY_MIB = 512;
    private static final int MAX_THREADS = 256;

    public TrainingSettings {
        Objects.requireNonNull(augmentation, "augmentation");
        checkRange(Settings.EPOCHS, epochs, 1, MAX_EPOCHS);
        checkRange(Settings.BATCH_SIZE, batchSize, 2, MAX_BATCH);
        checkRange(Settings.VALIDATION_IMAGES, validationImages, 1, Integer.MAX_VALUE);
        checkRange(Settings.TRAINING_IMAGES, trainingImages, 2, Integer.MAX_VALUE);
        checkRange(Settings.TRAINING_MEMORY, memoryMiB, MIN_MEMORY_MIB, Integer.MAX_VALUE);
        checkRange(Settings.TRAINING_THREADS, threads, 1, MAX_THREADS);
        checkFraction(Settings.WEIGHT_DECAY, weightDecay);
        checkFraction(Settings.MINIMUM_ACCURACY, minimumAccuracy);
        checkBelowOne(Settings.AVERAGING, averaging);
        dropout.ifPresent(rate -> checkBelowOne(Settings.DROPOUT, rate));
        if (!(learningRate > 0 && learningRate <= 1)) {
            throw new InvalidSettingException(
                    Settings.LEARNING_RATE,
                    learningRate,
                    "it must be above 0 and at most 1",
                    "Leave it out for " + Defaults.LEARNING_RATE + ".");
        }
    }

    /** What the defaults are, and why. */
    private static final class Defaults {
        static final int EPOCHS = 5;
        static final int BATCH_SIZE = 128;
        static final long SEED = 1;
        static final double LEARNING_RATE = 8e-3;
        static final double WEIGHT_DECAY = 1e-2;
        static final double AVERAGING = 0.999;
        static final int VALIDATION_IMAGES = 5000;
        static final int MEMORY_MIB = 2048;

        /** Enough of them to tell a network that learns from one that does not, in half a minute each. */
        static final int TRIAL_EPOCHS = 4;

        static final int TRIAL_IMAGES = 20_000;

        /** A first look in under half a minute. */
        static final int QUICK_IMAGES = 10_000;
    }

    /** Good settings for MNIST-sized images and networks, on all of this machine's cores. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(
                Defaults.EPOCHS,
                Defaults.BATCH_SIZE,
                Defaults.SEED,
                Defaults.LEARNING_RATE,
                Defaults.WEIGHT_DECAY,
                OptionalDouble.empty(),
                Defaults.AVERAGING,
                Augmentation.DEFAULT,
                Defaults.VALIDATION_IMAGES,
                Integer.MAX_VALUE,
                0,
                Defaults.MEMORY_MIB,
                threads(0, Runtime.getRuntime().availableProcessors()));
    }

    /**
     * How many threads train.
     *
     * @param asked      as the user says; 0 for one per processor, as far as they are of use
     * @param processors of this machine
     */
    public static int threads(int asked, int processors) {
        return asked == 0 ? Math.min(processors, MAX_THREADS) : asked;
    }

    /** The same on other means, which do not decide the result. */
    public TrainingSettings with(int otherMemoryMiB, int otherThreads) {
        return new TrainingSettings(
                epochs,
                batchSize,
                seed,
                learningRate,
                weightDecay,
                dropout,
                averaging,
                augmentation,
                validationImages,
                trainingImages,
                minimumAccuracy,
                otherMemoryMiB,
                otherThreads);
    }

    /** The same with another seed. */
    public TrainingSettings withSeed(long otherSeed) {
        return new TrainingSettings(
                epochs,
                batchSize,
                otherSeed,
                learningRate,
                weightDecay,
                dropout,
                averaging,
                augmentation,
                validationImages,
                trainingImages,
                minimumAccuracy,
                memoryMiB,
                threads);
    }

    /** The same for a first look in under half a minute: few epochs on a part of the images, whatever was set. */
    public TrainingSettings quick() {
        return new TrainingSettings(
                Defaults.EPOCHS,
                batchSize,
                seed,
                learningRate,
                weightDecay,
                dropout,
                averaging,
                augmentation,
                validationImages,
                Defaults.QUICK_IMAGES,
                minimumAccuracy,
                memoryMiB,
                threads);
    }

    /** Whether some images may be left out. */
    public boolean limitsImages() {
        return trainingImages < Integer.MAX_VALUE;
    }

    /** Whether more is trained than with the other ones. */
    public boolean isLongerThan(TrainingSettings other) {
        return (long) epochs * trainingImages > (long) other.epochs * other.trainingImages;
    }

    /**
     * The same for a trained network that is trained on. Its weights need no decay, for they are kept in range; and with one
     * bit it hardly holds what the images themselves show, so that others made of them only disturb.
     */
    public TrainingSettings finetuning(FinetuneSettings finetune, Precision precision) {
        return new TrainingSettings(
                finetune.epochs(),
                batchSize,
                seed,
                finetune.learningRate(),
                0,
                OptionalDouble.empty(),
                averaging,
                precision.fewestBits() == 1 ? Augmentation.NONE : augmentation,
                validationImages,
                trainingImages,
                0,
                memoryMiB,
                threads);
    }

    /** The same for a short training that is compared with others like it: nothing that only pays in the long run. */
    public TrainingSettings trial() {
        return new TrainingSettings(
                Defaults.TRIAL_EPOCHS,
                batchSize,
                seed,
                learningRate,
                weightDecay,
                dropout,
                0,
                Augmentation.NONE,
                validationImages,
                Math.min(trainingImages, Defaults.TRIAL_IMAGES),
                0,
                memoryMiB,
                threads);
    }

    /** The architecture with the dropout rate of these settings, if they have one. */
    Architecture applyTo(Architecture architecture) {
        if (dropout.isEmpty()) {
            return architecture;
        }
        DropoutRate rate = new DropoutRate(dropout.getAsDouble());
        List<Node> nodes = architecture.nodes().stream()
                .map(node -> new Node(node.layer().accept(rate), node.inputs()))
                .toList();
        return new Architecture(
                architecture.name(), architecture.input(), architecture.pixels(), nodes, architecture.output());
    }

    private static void checkRange(Setting setting, int value, int low, int high) {
        if (value < low || value > high) {
            String range = high == Integer.MAX_VALUE ? "at least " + low : "from " + low + " to " + high;
            throw new InvalidSettingException(setting, value, "it must be " + range, "Correct it or leave it out.");
        }
    }

    private static void checkFraction(Setting setting, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new InvalidSettingException(setting, value, "it must be from 0 to 1", "Correct it or leave it out.");
        }
    }

    private static void checkBelowOne(Setting setting, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new InvalidSettingException(
                    setting, value, "it must be at least 0 and below 1", "Correct it or leave it out.");
        }
    }
}
