/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

/** The properties of all goals, as {@code -D} and the POM's {@code <properties>} spell them. */
public final class PropertyNames {
    public static final String AUGMENTATION_ROTATION = "mnist-hls.augmentationRotation";
    public static final String AUGMENTATION_SCALE = "mnist-hls.augmentationScale";
    public static final String AUGMENTATION_SHEAR = "mnist-hls.augmentationShear";
    public static final String AUGMENTATION_SHIFT = "mnist-hls.augmentationShift";
    public static final String AVERAGING = "mnist-hls.averaging";
    public static final String BATCH_SIZE = "mnist-hls.batchSize";
    public static final String CALIBRATION_IMAGES = "mnist-hls.calibrationImages";
    public static final String CHECK_SKIP = "mnist-hls.check.skip";
    public static final String CLASSIFIER = "mnist-hls.classifier";
    public static final String CLEAN_MODEL_SKIP = "mnist-hls.clean-model.skip";
    public static final String CLOCK_PERIOD_NS = "mnist-hls.clockPeriodNs";
    public static final String CONTROL = "mnist-hls.control";
    public static final String COSIM = "mnist-hls.cosim";
    public static final String COSIM_IMAGES = "mnist-hls.cosimImages";
    public static final String COSIM_SKIP = "mnist-hls.cosim.skip";
    public static final String CSIM = "mnist-hls.csim";
    public static final String CSIM_SKIP = "mnist-hls.csim.skip";
    public static final String CSIM_TIMEOUT = "mnist-hls.csim.timeout";
    public static final String CSIM_TOOL = "mnist-hls.csim.tool";
    public static final String CSYNTH = "mnist-hls.csynth";
    public static final String CSYNTH_SKIP = "mnist-hls.csynth.skip";
    public static final String CXX = "mnist-hls.cxx";
    public static final String CXX_FLAGS = "mnist-hls.cxxFlags";
    public static final String DATASET = "mnist-hls.dataset";
    public static final String DROPOUT = "mnist-hls.dropout";
    public static final String EPOCHS = "mnist-hls.epochs";
    public static final String EXPORT = "mnist-hls.export";
    public static final String EXPORT_FORMAT = "mnist-hls.exportFormat";
    public static final String EXPORT_SKIP = "mnist-hls.export.skip";
    public static final String FORCE = "mnist-hls.force";
    public static final String GENERATE_SKIP = "mnist-hls.generate.skip";
    public static final String GOLDEN_IMAGES = "mnist-hls.goldenImages";
    public static final String INPUT_MEAN = "mnist-hls.inputMean";
    public static final String INPUT_SCALE = "mnist-hls.inputScale";
    public static final String INPUT_SHAPE = "mnist-hls.inputShape";
    public static final String INTERFACE = "mnist-hls.interface";
    public static final String LAUNCHER = "mnist-hls.launcher";
    public static final String LEARNING_RATE = "mnist-hls.learningRate";
    public static final String MAX_LATENCY_CYCLES = "mnist-hls.maxLatencyCycles";
    public static final String MAX_MULTIPLIERS = "mnist-hls.maxMultipliers";
    public static final String MINIMUM_ACCURACY = "mnist-hls.minimumAccuracy";
    public static final String MODEL = "mnist-hls.model";
    public static final String NAMESPACE = "mnist-hls.namespace";
    public static final String NETWORK_NAME = "mnist-hls.networkName";
    public static final String OUTPUT_DIRECTORY = "mnist-hls.outputDirectory";
    public static final String OVERWRITE_EDITED = "mnist-hls.overwriteEdited";
    public static final String PACKAGE_SKIP = "mnist-hls.package.skip";
    public static final String PART = "mnist-hls.part";
    public static final String PRECISION = "mnist-hls.precision";
    public static final String PREFIX = "mnist-hls.prefix";
    public static final String QUANTIZE_SKIP = "mnist-hls.quantize.skip";
    public static final String QUICK = "mnist-hls.quick";
    public static final String REPORT_SKIP = "mnist-hls.report.skip";
    public static final String SEED = "mnist-hls.seed";
    public static final String SKIP = "mnist-hls.skip";
    public static final String TARGET_IMAGES_PER_SECOND = "mnist-hls.targetImagesPerSecond";
    public static final String TEMPLATE_DIRECTORY = "mnist-hls.templateDirectory";
    public static final String TOOL_FLOW = "mnist-hls.toolFlow";
    public static final String TOOL_GENERATION = "mnist-hls.toolGeneration";
    public static final String TOOL_MEMORY = "mnist-hls.toolMemory";
    public static final String TOOL_PATH = "mnist-hls.toolPath";
    public static final String TOOL_TIMEOUT = "mnist-hls.toolTimeout";
    public static final String TOOL_VERSION = "mnist-hls.toolVersion";
    public static final String TOP_NAME = "mnist-hls.topName";
    public static final String TRAINING_IMAGES = "mnist-hls.trainingImages";
    public static final String TRAINING_MEMORY = "mnist-hls.trainingMemory";
    public static final String TRAINING_THREADS = "mnist-hls.trainingThreads";
    public static final String TRAIN_SKIP = "mnist-hls.train.skip";
    public static final String VALIDATION_IMAGES = "mnist-hls.validationImages";
    public static final String WEIGHT_DECAY = "mnist-hls.weightDecay";
    public static final String WORK_DIRECTORY = "mnist-hls.workDirectory";

    private PropertyNames() {}
}
