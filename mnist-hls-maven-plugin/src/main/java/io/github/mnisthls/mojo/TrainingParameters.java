/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.pipeline.TrainSettings;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.TrainingSettings;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Parameters of the goals that need a trained network: all of them. */
abstract class TrainingParameters extends AbstractHlsMojo {
    /**
     * Name of the network, in reports and as part of generated names: a letter followed by letters, digits and
     * underscores.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.NETWORK_NAME, defaultValue = "lenet")
    private String networkName;

    /**
     * Shape of one input image: channels, rows and columns.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.INPUT_SHAPE, defaultValue = "1x28x28")
    private String inputShape;

    /**
     * What is subtracted from each pixel after its division by 255, before {@link #inputScale}: one number, or one per
     * channel separated by commas. A model trained behind PyTorch's {@code ToTensor} and {@code Normalize(mean, std)} has
     * its {@code mean} here.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.INPUT_MEAN, defaultValue = "0")
    private String inputMean;

    /**
     * What each pixel is multiplied with, after {@link #inputMean}: numbers or fractions such as {@code 1/0.3081}, which is
     * {@code 1/std} of PyTorch's {@code Normalize(mean, std)}. A model trained on 0 to 255 has 255 here, one trained on -1 to
     * 1 has mean 0.5 and scale 2. The network sees {@code (pixel / 255 - inputMean) * inputScale}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.INPUT_SCALE, defaultValue = "1")
    private String inputScale;

    /**
     * The network's layers, each an element: {@code conv}, {@code depthwiseConv}, {@code dense}, {@code batchNorm}, {@code
     * relu}, {@code relu6}, {@code clip}, {@code leakyRelu}, {@code prelu}, {@code sigmoid}, {@code tanh}, {@code
     * hardSigmoid}, {@code hardTanh}, {@code maxPool}, {@code averagePool}, {@code globalAveragePool}, {@code flatten},
     * {@code dropout}, {@code add}, {@code concat}, {@code pad}, {@code crop}, {@code upsample}; properties as attributes
     * or as elements. A layer takes what the one before it gives unless it names its {@code inputs}. Default: a LeNet with
     * batch normalization for MNIST.
     *
     * @since 1.0.0
     */
    @Parameter
    private PlexusConfiguration layers;

    /**
     * A folder with four IDX files named like those of MNIST (each plain or gzip), to train and test with. Default:
     * MNIST, which comes with the plugin.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.DATASET)
    private File dataset;

    /**
     * A trained model to load instead of training: an ONNX file, a model of Keras, a DL4J zip, or a folder of raw
     * float32 files with a {@code
     * network.json}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MODEL)
    private File model;

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
     * Dropout rate instead of that of the dropout layers.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.DROPOUT)
    private Double dropout;

    /**
     * Share of the old average that the moving average of the weights keeps at each step; 0 trains without averaging.
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
     * Largest rotation of a training image either way, in degrees.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AUGMENTATION_ROTATION, defaultValue = "10")
    private double augmentationRotation;

    /**
     * Largest change of size of a training image; 0.1 is from 0.9 to 1.1 of the size.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AUGMENTATION_SCALE, defaultValue = "0.1")
    private double augmentationScale;

    /**
     * Largest slant of a training image, in pixels to the side per row.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.AUGMENTATION_SHEAR, defaultValue = "0.1")
    private double augmentationShear;

    /**
     * How many training images are kept apart to choose the best epoch by.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.VALIDATION_IMAGES, defaultValue = "5000")
    private int validationImages;

    /**
     * At most so many images are trained with; 0 is all of them.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TRAINING_IMAGES, defaultValue = "0")
    private int trainingImages;

    /**
     * A first look: five epochs on 10,000 images.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.QUICK, defaultValue = "false")
    private boolean quick;

    /**
     * Validation accuracy, from 0 to 1, below which the training fails the build.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MINIMUM_ACCURACY, defaultValue = "0")
    private double minimumAccuracy;

    /**
     * Memory for the training process as a whole, in MiB.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TRAINING_MEMORY, defaultValue = "2048")
    private int trainingMemory;

    /**
     * Threads that train; 0 is one per core, up to 256. They change the speed, not the result.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.TRAINING_THREADS, defaultValue = "0")
    private int trainingThreads;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})x(\\d{1,4})x(\\d{1,4})");

    /** The network that the POM describes; the loaded model's own takes its place where there is one. */
    private Architecture architecture() {
        Matcher shape = SHAPE.matcher(inputShape);
        if (!shape.matches()) {
            throw new InvalidSettingException(
                    Settings.INPUT_SHAPE,
                    inputShape,
                    "it is no shape",
                    "Write channels, rows and columns, such as 1x28x28.");
        }
        Shape input = new Shape(
                Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2)), Integer.parseInt(shape.group(3)));
        if (!NAME.matcher(networkName).matches()) {
            throw new InvalidSettingException(
                    Settings.NETWORK_NAME,
                    networkName,
                    "names become C++ identifiers and file names",
                    "Use a letter followed by at most 63 letters, digits and underscores.");
        }
        return LayerElements.parse(networkName, input, PixelParameters.parse(inputMean, inputScale), layers);
    }

    TrainSettings trainSettings() {
        return new TrainSettings(
                architecture(),
                Optional.ofNullable(dataset).map(File::toPath),
                Optional.ofNullable(model).map(File::toPath),
                trainingSettings());
    }

    private TrainingSettings trainingSettings() {
        int limit = trainingImages == 0 ? Integer.MAX_VALUE : trainingImages;
        TrainingSettings settings = new TrainingSettings(
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
        return quick ? settings.quick() : settings;
    }

    @Override
    void readSettings() throws IOException {
        super.readSettings();
        trainSettings();
    }
}
