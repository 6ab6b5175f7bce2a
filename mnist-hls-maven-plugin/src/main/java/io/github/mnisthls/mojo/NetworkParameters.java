/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.loading.ModelSettings;
import io.github.mnisthls.loading.weights.WeightTarget;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Parameters that tell which network it is: one to train, or one that is there already. */
abstract class NetworkParameters extends AbstractHlsMojo {
    private static final String DEFAULT_SHAPE = "1x28x28";
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[\\P{Cntrl}\\s]{1,200}", Pattern.DOTALL);
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,4})x(\\d{1,4})x(\\d{1,4})");
    private static final Pattern FILE_NAME = Pattern.compile("(?=.*\\w)[A-Za-z0-9_.-]{1,200}");

    /**
     * Title of the network in reports and in comments of the generated files: any text of one line.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.NETWORK_NAME, defaultValue = "lenet")
    private String networkName;

    /**
     * Shape of one input image: channels, rows and columns. A loaded model has its own shape.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.INPUT_SHAPE, defaultValue = DEFAULT_SHAPE)
    private String inputShape;

    /**
     * Subtracted from each pixel after its division by 255, before {@link #inputScale}: one number, or one per channel
     * separated by commas. If the model was trained with PyTorch's {@code ToTensor} and {@code Normalize(mean, std)},
     * set its {@code mean} here.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.INPUT_MEAN, defaultValue = "0")
    private String inputMean;

    /**
     * Factor of each pixel, after {@link #inputMean}: numbers or fractions such as {@code 1/0.3081}, which is {@code
     * 1/std} of PyTorch's {@code Normalize(mean, std)}. For a model trained on 0 to 255, set 255 here. For a model
     * trained on -1 to 1, set mean 0.5 and scale 2. The network sees {@code (pixel / 255 - inputMean) * inputScale}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.INPUT_SCALE, defaultValue = "1")
    private String inputScale;

    /**
     * The network's layers, one element each: {@code conv}, {@code depthwiseConv}, {@code dense}, {@code batchNorm},
     * {@code relu}, {@code relu6}, {@code clip}, {@code leakyRelu}, {@code prelu}, {@code sigmoid}, {@code tanh},
     * {@code hardSigmoid}, {@code hardTanh}, {@code maxPool}, {@code averagePool}, {@code globalAveragePool}, {@code
     * flatten}, {@code dropout}, {@code add}, {@code concat}, {@code pad}, {@code crop}, {@code upsample}, {@code
     * quantize}. Their properties are attributes or elements. The input of a layer is the result of the layer before
     * it, unless it names its {@code inputs}. Default: a LeNet with batch normalization for MNIST. A loaded model has
     * its own layers, unless its file holds weights alone.
     *
     * @since 1.0.0
     */
    @Parameter
    private PlexusConfiguration layers;

    /**
     * A folder with four IDX files to train and test with. They are named like those of MNIST, each plain or gzip.
     * Default: MNIST, which comes with the plugin.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.DATASET)
    private File dataset;

    /**
     * How the names of the four files of {@link #dataset} begin, if the folder holds several data sets: {@code
     * emnist-balanced-}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.DATASET_PREFIX)
    private String datasetPrefix;

    /**
     * A trained model to load instead of training: an ONNX file, a Keras model, a DL4J zip, a folder of raw float32
     * files with a {@code network.json}, or the weights of {@link #layers} as PyTorch names them: safetensors or {@code
     * .npz}.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MODEL)
    private File model;

    /**
     * How a file of weights names the layers of {@link #layers}: {@code <conv1>features.0</conv1>} for the tensors
     * {@code features.0.weight} and {@code features.0.bias}. Needed only if names and shapes leave it open.
     *
     * @since 1.0.0
     */
    @Parameter
    private Map<String, String> weightNames;

    /**
     * Name of the output of {@link #model} that gives the logits, if the file has several.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MODEL_OUTPUT)
    private String modelOutput;

    /**
     * What {@link #model} should compute, for comparison: a folder with {@code input_0.pb} and {@code output_0.pb}, or
     * with folders {@code test_data_set_0} and so on as in the ONNX model zoo, or an {@code .npz} with {@code x}
     * (images) and {@code y} (outputs). The build fails if an output is off by more than one ten-thousandth of the range.
     *
     * @since 1.0.0
     */
    @Parameter(property = PropertyNames.MODEL_TEST_DATA)
    private File modelTestData;

    /** The network that the POM describes; empty if a model is loaded, which brings its own. */
    final Optional<Architecture> architecture() {
        if (!NAME.matcher(networkName).matches()) {
            throw new InvalidSettingException(
                    Settings.NETWORK_NAME,
                    networkName,
                    "it is not a title for reports",
                    "Use at most 200 characters, and no control characters.");
        }
        if (model != null) {
            return Optional.empty();
        }
        checkNoModel(Settings.MODEL_OUTPUT, modelOutput);
        if (weightNames != null) {
            throw new InvalidSettingException(
                    "<weightNames>",
                    weightNames,
                    "it applies only to a loaded model, and there is none",
                    "Name the file of weights in " + Settings.MODEL + ", or leave this out.");
        }
        checkNoModel(Settings.MODEL_TEST_DATA, modelTestData);
        return Optional.of(architecture(layers));
    }

    /** The network of these layers, on the POM's images. */
    final Architecture architecture(PlexusConfiguration told) {
        return LayerElements.parse(networkName, shape(), PixelParameters.parse(inputMean, inputScale), told);
    }

    private static void checkNoModel(Setting setting, Object value) {
        if (value != null) {
            throw new InvalidSettingException(
                    setting,
                    value,
                    "it applies only to a loaded model, and there is none",
                    "Name the model in " + Settings.MODEL + ", or leave this out.");
        }
    }

    /** The model to load; empty if there is something to train. */
    final Optional<ModelSettings> model() {
        if (model == null) {
            return Optional.empty();
        }
        Optional<Shape> told = inputShape.equals(DEFAULT_SHAPE) ? Optional.empty() : Optional.of(shape());
        return Optional.of(new ModelSettings(
                model.toPath(),
                Optional.ofNullable(modelOutput),
                Optional.ofNullable(modelTestData).map(File::toPath),
                told,
                PixelParameters.parse(inputMean, inputScale),
                weightTarget()));
    }

    private Optional<WeightTarget> weightTarget() {
        if (layers == null || layers.getChildCount() == 0) {
            return Optional.empty();
        }
        Architecture told = LayerElements.parse(networkName, shape(), PixelScaling.UNIT, layers);
        return Optional.of(new WeightTarget(told, weightNames == null ? Map.of() : weightNames));
    }

    /** The images; empty for MNIST. */
    final Optional<Path> dataset() {
        if (datasetPrefix == null) {
            return Optional.ofNullable(dataset).map(File::toPath);
        }
        if (dataset == null) {
            throw new InvalidSettingException(
                    Settings.DATASET_PREFIX,
                    datasetPrefix,
                    "it applies only to a folder of images, and none is named",
                    "Name the folder in " + Settings.DATASET + ", or leave this out.");
        }
        if (!FILE_NAME.matcher(datasetPrefix).matches()) {
            throw new InvalidSettingException(
                    Settings.DATASET_PREFIX,
                    datasetPrefix,
                    "no file names can begin like this",
                    "Use letters, digits, dots, hyphens and underscores, as in emnist-balanced-.");
        }
        return Optional.of(dataset.toPath().resolve(datasetPrefix));
    }

    private Shape shape() {
        Matcher shape = SHAPE.matcher(inputShape);
        if (!shape.matches()) {
            throw new InvalidSettingException(
                    Settings.INPUT_SHAPE,
                    inputShape,
                    "it is not a shape",
                    "Write channels, rows and columns, such as 1x28x28.");
        }
        return new Shape(
                Integer.parseInt(shape.group(1)), Integer.parseInt(shape.group(2)), Integer.parseInt(shape.group(3)));
    }
}
