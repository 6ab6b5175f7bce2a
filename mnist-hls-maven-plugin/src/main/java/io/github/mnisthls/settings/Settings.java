/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.settings;

/** Where the values are set that messages speak of. */
public final class Settings {
    public static final Setting AUGMENTATION_ROTATION =
            new Setting("augmentationRotation", PropertyNames.AUGMENTATION_ROTATION);
    public static final Setting AUGMENTATION_SCALE = new Setting("augmentationScale", PropertyNames.AUGMENTATION_SCALE);
    public static final Setting AUGMENTATION_SHEAR = new Setting("augmentationShear", PropertyNames.AUGMENTATION_SHEAR);
    public static final Setting AUGMENTATION_SHIFT = new Setting("augmentationShift", PropertyNames.AUGMENTATION_SHIFT);
    public static final Setting AVERAGING = new Setting("averaging", PropertyNames.AVERAGING);
    public static final Setting BATCH_SIZE = new Setting("batchSize", PropertyNames.BATCH_SIZE);
    public static final Setting CALIBRATION_IMAGES = new Setting("calibrationImages", PropertyNames.CALIBRATION_IMAGES);
    public static final Setting CLASSIFIER = new Setting("classifier", PropertyNames.CLASSIFIER);
    public static final Setting CLOCK_PERIOD_NS = new Setting("clockPeriodNs", PropertyNames.CLOCK_PERIOD_NS);
    public static final Setting CONTROL = new Setting("control", PropertyNames.CONTROL);
    public static final Setting COPY_GOLDEN = new Setting("copyGolden", PropertyNames.COPY_GOLDEN);
    public static final Setting COSIM = new Setting("cosim", PropertyNames.COSIM);
    public static final Setting COSIM_IMAGES = new Setting("cosimImages", PropertyNames.COSIM_IMAGES);
    public static final Setting CSIM = new Setting("csim", PropertyNames.CSIM);
    public static final Setting CSIM_SKIP = new Setting("csimSkip", PropertyNames.CSIM_SKIP);
    public static final Setting CSIM_TIMEOUT = new Setting("csimTimeout", PropertyNames.CSIM_TIMEOUT);
    public static final Setting CSIM_TOOL = new Setting("csimTool", PropertyNames.CSIM_TOOL);
    public static final Setting CSYNTH = new Setting("csynth", PropertyNames.CSYNTH);
    public static final Setting CXX = new Setting("cxx", PropertyNames.CXX);
    public static final Setting DATASET = new Setting("dataset", PropertyNames.DATASET);
    public static final Setting DATASET_PREFIX = new Setting("datasetPrefix", PropertyNames.DATASET_PREFIX);
    public static final Setting DROPOUT = new Setting("dropout", PropertyNames.DROPOUT);
    public static final Setting EPOCHS = new Setting("epochs", PropertyNames.EPOCHS);
    public static final Setting EXPLORE_APPLY = new Setting("exploreApply", PropertyNames.EXPLORE_APPLY);
    public static final Setting EXPLORE_CORES = new Setting("exploreCores", PropertyNames.EXPLORE_CORES);
    public static final Setting EXPLORE_EXECUTOR = new Setting("executor", PropertyNames.EXPLORE_EXECUTOR);
    public static final Setting EXPLORE_POINTS = new Setting("explorePoints", PropertyNames.EXPLORE_POINTS);
    public static final Setting EXPLORE_SEARCH = new Setting("exploreSearch", PropertyNames.EXPLORE_SEARCH);
    public static final Setting EXPLORE_SYNTHESIS = new Setting("exploreSynthesis", PropertyNames.EXPLORE_SYNTHESIS);
    public static final Setting EXPORT = new Setting("export", PropertyNames.EXPORT);
    public static final Setting EXPORT_FORMAT = new Setting("exportFormat", PropertyNames.EXPORT_FORMAT);
    public static final Setting FINETUNE = new Setting("finetune", PropertyNames.FINETUNE);
    public static final Setting FINETUNE_EPOCHS = new Setting("finetuneEpochs", PropertyNames.FINETUNE_EPOCHS);
    public static final Setting FINETUNE_LEARNING_RATE =
            new Setting("finetuneLearningRate", PropertyNames.FINETUNE_LEARNING_RATE);
    public static final Setting FORCE = new Setting("force", PropertyNames.FORCE);
    public static final Setting GOLDEN_IMAGES = new Setting("goldenImages", PropertyNames.GOLDEN_IMAGES);
    public static final Setting INPUT_MEAN = new Setting("inputMean", PropertyNames.INPUT_MEAN);
    public static final Setting INPUT_SCALE = new Setting("inputScale", PropertyNames.INPUT_SCALE);
    public static final Setting INPUT_SHAPE = new Setting("inputShape", PropertyNames.INPUT_SHAPE);
    public static final Setting INTERFACE = new Setting("interface", PropertyNames.INTERFACE);
    public static final Setting LAUNCHER = new Setting("launcher", PropertyNames.LAUNCHER);
    public static final Setting LEARNING_RATE = new Setting("learningRate", PropertyNames.LEARNING_RATE);
    public static final Setting MAXIMUM_ACCURACY_DROP =
            new Setting("maximumAccuracyDrop", PropertyNames.MAXIMUM_ACCURACY_DROP);
    public static final Setting MAX_BRAM18 = new Setting("maxBram18", PropertyNames.MAX_BRAM18);
    public static final Setting MAX_DSP = new Setting("maxDsp", PropertyNames.MAX_DSP);
    public static final Setting MAX_LATENCY_CYCLES = new Setting("maxLatencyCycles", PropertyNames.MAX_LATENCY_CYCLES);
    public static final Setting MAX_LUT = new Setting("maxLut", PropertyNames.MAX_LUT);
    public static final Setting MAX_MULTIPLIERS = new Setting("maxMultipliers", PropertyNames.MAX_MULTIPLIERS);
    public static final Setting MINIMUM_ACCURACY = new Setting("minimumAccuracy", PropertyNames.MINIMUM_ACCURACY);
    public static final Setting MODEL = new Setting("model", PropertyNames.MODEL);
    public static final Setting MODEL_OUTPUT = new Setting("modelOutput", PropertyNames.MODEL_OUTPUT);
    public static final Setting MODEL_TEST_DATA = new Setting("modelTestData", PropertyNames.MODEL_TEST_DATA);
    public static final Setting NAMESPACE = new Setting("namespace", PropertyNames.NAMESPACE);
    public static final Setting NETWORK_NAME = new Setting("networkName", PropertyNames.NETWORK_NAME);
    public static final Setting OUTPUT_DIRECTORY = new Setting("outputDirectory", PropertyNames.OUTPUT_DIRECTORY);
    public static final Setting OVERWRITE_EDITED = new Setting("overwriteEdited", PropertyNames.OVERWRITE_EDITED);
    public static final Setting PART = new Setting("part", PropertyNames.PART);
    public static final Setting PIXELS_PER_BEAT = new Setting("pixelsPerBeat", PropertyNames.PIXELS_PER_BEAT);
    public static final Setting PRECISION = new Setting("precision", PropertyNames.PRECISION);
    public static final Setting PREFIX = new Setting("prefix", PropertyNames.PREFIX);
    public static final Setting SCRIPT = new Setting("script", PropertyNames.SCRIPT);
    public static final Setting SPARSITY = new Setting("sparsity", PropertyNames.SPARSITY);
    public static final Setting TARGET_IMAGES_PER_SECOND =
            new Setting("targetImagesPerSecond", PropertyNames.TARGET_IMAGES_PER_SECOND);
    public static final Setting TEMPLATE_DIRECTORY = new Setting("templateDirectory", PropertyNames.TEMPLATE_DIRECTORY);
    public static final Setting TOOL_FLOW = new Setting("toolFlow", PropertyNames.TOOL_FLOW);
    public static final Setting TOOL_GENERATION = new Setting("toolGeneration", PropertyNames.TOOL_GENERATION);
    public static final Setting TOOL_MEMORY = new Setting("toolMemory", PropertyNames.TOOL_MEMORY);
    public static final Setting TOOL_PATH = new Setting("toolPath", PropertyNames.TOOL_PATH);
    public static final Setting TOOL_TIMEOUT = new Setting("toolTimeout", PropertyNames.TOOL_TIMEOUT);
    public static final Setting TOOL_VERSION = new Setting("toolVersion", PropertyNames.TOOL_VERSION);
    public static final Setting TOP_NAME = new Setting("topName", PropertyNames.TOP_NAME);
    public static final Setting TRAINING_IMAGES = new Setting("trainingImages", PropertyNames.TRAINING_IMAGES);
    public static final Setting TRAINING_MEMORY = new Setting("trainingMemory", PropertyNames.TRAINING_MEMORY);
    public static final Setting TRAINING_THREADS = new Setting("trainingThreads", PropertyNames.TRAINING_THREADS);
    public static final Setting VALIDATION_IMAGES = new Setting("validationImages", PropertyNames.VALIDATION_IMAGES);
    public static final Setting WEIGHT_DECAY = new Setting("weightDecay", PropertyNames.WEIGHT_DECAY);
    public static final Setting WORK_DIRECTORY = new Setting("workDirectory", PropertyNames.WORK_DIRECTORY);

    private Settings() {}
}
