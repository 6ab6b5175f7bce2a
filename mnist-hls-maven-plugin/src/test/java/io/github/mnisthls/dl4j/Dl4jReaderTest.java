/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static io.github.mnisthls.dl4j.Dl4jSamples.CLASSES;
import static io.github.mnisthls.dl4j.Dl4jSamples.IMAGES;
import static io.github.mnisthls.dl4j.Dl4jSamples.INPUT;
import static io.github.mnisthls.dl4j.Dl4jSamples.assertSame;
import static io.github.mnisthls.dl4j.Dl4jSamples.images;
import static io.github.mnisthls.dl4j.Dl4jSamples.layers;
import static io.github.mnisthls.dl4j.Dl4jSamples.network;
import static io.github.mnisthls.dl4j.Dl4jSamples.output;
import static io.github.mnisthls.dl4j.Dl4jSamples.pixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.engine.SampleGradients;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as DL4J's users build them; DL4J's own outputs are the oracle. */
@Slow
class Dl4jReaderTest {
    @TempDir
    Path folder;

    static Stream<Arguments> networks() {
        return Stream.of(CNN2DFormat.NCHW, CNN2DFormat.NHWC)
                .flatMap(format -> Stream.of(
                        named("lenet", format, lenet()),
                        named("sides", format, sides()),
                        named("same", format, same()),
                        named("normalized vectors", format, normalizedVectors()),
                        named("square", format, square()),
                        named("pooled average", format, pooled(PoolingType.AVG)),
                        named("pooled maximum", format, pooled(PoolingType.MAX)),
                        named("loss layer", format, lossLayer())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void givesTheOutputsThatDl4jGives(String name, CNN2DFormat format, Layer[] layers) throws IOException {
        MultiLayerNetwork original = network(format, layers);
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(original, file.toFile(), true);

        Network read = Dl4jZip.read(Dl4jArchive.read(file), file, INPUT).network();

        LabeledImages images = images();
        assertSame(read, images, original.output(pixels(images, format)));
    }

    /** Rows of flat pixels, as DL4J's MNIST iterator gives them. */
    @Test
    void readsNetworksOfFlatImages() throws IOException {
        MultiLayerNetwork original = network(InputType.convolutionalFlat(9, 7, 2), lenet());
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(original, file.toFile(), false);

        Network read = Dl4jZip.read(Dl4jArchive.read(file), file, INPUT).network();

        LabeledImages images = images();
        INDArray expected = original.output(pixels(images, CNN2DFormat.NCHW).reshape(IMAGES, INPUT.size()));
        assertThat(SampleGradients.probabilities(read, images)[3][1]).isCloseTo(expected.getDouble(3, 1), within(1e-5));
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                refused(
                        "dilation",
                        "2x1",
                        new SubsamplingLayer.Builder(PoolingType.MAX)
                                .kernelSize(2, 2)
                                .stride(1, 1)
                                .dilation(2, 1)),
                refused(
                        "sharedAxes",
                        "63 slopes",
                        new PReLULayer.Builder().inputShape(2, 9, 7).sharedAxes(1)),
                refused(
                        "threshold of relu",
                        "1.0",
                        new ActivationLayer.Builder().activation(new ActivationReLU(null, 1.0, 0.0))),
                refused(
                        "negativeSlope of relu with max",
                        "0.5",
                        new ActivationLayer.Builder().activation(new ActivationReLU(2.0, 0.0, 0.5))),
                refused(
                        "activation",
                        "softmax",
                        new ConvolutionLayer.Builder(1, 1).nOut(3).activation(Activation.SOFTMAX)),
                refused("hasLayerNorm", "true", new DenseLayer.Builder().nOut(3).hasLayerNorm(true)),
                refused("poolingType", "PNORM", new SubsamplingLayer.Builder(PoolingType.PNORM).pnorm(2)),
                refused("poolingType", "SUM", new GlobalPoolingLayer.Builder(PoolingType.SUM)),
                refused("dropout", "GaussianDropout", new DropoutLayer.Builder(new GaussianDropout(0.3))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("unsupported")
    void whatIsNotSupportedIsRefusedByName(String property, String value, Layer layer) throws IOException {
        layer.setLayerName("odd_one");
        MultiLayerNetwork original = network(CNN2DFormat.NCHW, layer, output());
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(original, file.toFile(), false);

        assertThatThrownBy(() -> Dl4jZip.read(Dl4jArchive.read(file), file, INPUT))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("-Dmnist-hls.model", property, "layer 0 'odd_one'", value, "Supported: ");
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of("Deconvolution2D", layers(new Deconvolution2D.Builder(2, 2).nOut(3))[0]),
                Arguments.of("LocalResponseNormalization", layers(new LocalResponseNormalization.Builder())[0]),
                Arguments.of(
                        "ActivationELU",
                        layers(new ConvolutionLayer.Builder(2, 2).nOut(3).activation(Activation.ELU))[0]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("foreign")
    void classesThatHaveNoCounterpartAreRefusedWithTheirLayer(String name, Layer layer) throws IOException {
        layer.setLayerName("odd_one");
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(network(CNN2DFormat.NCHW, layer, output()), file.toFile(), false);

        assertThatThrownBy(() -> Dl4jArchive.read(file))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("-Dmnist-hls.model", name + "' in layer 'odd_one'", "Supported: Activation");
    }

    @Test
    void valuesThatAreNoNumbersAreRefused() throws IOException {
        MultiLayerNetwork original = network(CNN2DFormat.NCHW, lenet());
        original.getLayer(0).getParam("W").putScalar(3, Float.NaN);
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(original, file.toFile(), false);

        assertThatThrownBy(() -> Dl4jZip.read(Dl4jArchive.read(file), file, INPUT))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("-Dmnist-hls.model", "layer 0", "value 3", "finite");
    }

    /** Layers that are allowed and have no counterpart would pass the list for nothing; others would never get here. */
    @Test
    void everyAllowedLayerHasACounterpart() throws IOException {
        MultiLayerNetwork foreign =
                network(CNN2DFormat.NCHW, layers(new Deconvolution2D.Builder(2, 2).nOut(3), output()));
        String names = new String(
                Dl4jArchive.class.getResourceAsStream("dl4j-classes.txt").readAllBytes(), StandardCharsets.UTF_8);
        String allowed = names.lines()
                .filter(name -> name.startsWith("org.deeplearning4j.nn.conf.layers."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .sorted()
                .collect(Collectors.joining(", "));

        assertThatThrownBy(() -> Dl4jReader.read(foreign, INPUT))
                .hasMessageContainingAll("class is 'Deconvolution2D'", "Supported: " + allowed + ".");
    }

    @Test
    void everyAllowedClassIsOneOfDl4js() throws Exception {
        String names = new String(
                Dl4jArchive.class.getResourceAsStream("dl4j-classes.txt").readAllBytes(), StandardCharsets.UTF_8);
        for (String name : names.lines().toList()) {
            Class<?> type = Class.forName(name, false, getClass().getClassLoader());

            assertThat(type.getName()).isEqualTo(name).matches("org\\.(deeplearning4j\\.nn|nd4j\\.linalg)\\..*");
            assertThat(Modifier.isAbstract(type.getModifiers())).as(name).isFalse();
        }
    }

    private static Layer[] lenet() {
        return layers(
                new ConvolutionLayer.Builder(3, 2).nOut(3).activation(Activation.RELU),
                new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2),
                new DenseLayer.Builder().nOut(6).activation(Activation.RELU).dropOut(0.5),
                new OutputLayer.Builder(LossFunction.MCXENT).nOut(CLASSES).activation(Activation.SOFTMAX));
    }

    private static Layer[] sides() {
        return layers(
                new ZeroPaddingLayer.Builder(1, 0, 0, 1),
                new ConvolutionLayer.Builder(2, 3)
                        .stride(2, 1)
                        .padding(0, 1)
                        .nOut(3)
                        .hasBias(false),
                new BatchNormalization.Builder().eps(1e-3),
                new ActivationLayer.Builder().activation(Activation.RELU),
                new SubsamplingLayer.Builder(PoolingType.AVG).kernelSize(2, 3).stride(1, 2),
                output());
    }

    private static Layer[] same() {
        return layers(
                new ConvolutionLayer.Builder(4, 3)
                        .stride(2, 3)
                        .convolutionMode(ConvolutionMode.Same)
                        .nOut(5),
                new ConvolutionLayer.Builder(2, 2)
                        .convolutionMode(ConvolutionMode.Same)
                        .nOut(3),
                output());
    }

    private static Layer[] normalizedVectors() {
        return layers(
                new ConvolutionLayer.Builder(4, 2).nOut(3),
                new DropoutLayer.Builder(0.5),
                new DenseLayer.Builder().nOut(8).activation(Activation.IDENTITY).hasBias(false),
                new BatchNormalization.Builder().lockGammaBeta(true).gamma(0.7).beta(0.2),
                new ActivationLayer.Builder().activation(Activation.RELU),
                output());
    }

    /** The dense layer has as many outputs as inputs: its outputs are no image any more. */
    private static Layer[] square() {
        return layers(
                new ConvolutionLayer.Builder(8, 5).nOut(2),
                new DenseLayer.Builder().nOut(12).activation(Activation.RELU),
                new DenseLayer.Builder().nOut(12).activation(Activation.RELU),
                output());
    }

    private static Layer[] pooled(PoolingType type) {
        return layers(
                new ConvolutionLayer.Builder(3, 3).nOut(INPUT.size() / 9).activation(Activation.RELU),
                new GlobalPoolingLayer.Builder(type),
                output());
    }

    private static Layer[] lossLayer() {
        return layers(
                new ConvolutionLayer.Builder(2, 2).nOut(CLASSES),
                new GlobalPoolingLayer.Builder(PoolingType.AVG),
                new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX));
    }

    private static Arguments named(String name, CNN2DFormat format, Layer... layers) {
        return Arguments.of(name, format, layers);
    }

    private static Arguments refused(String property, String value, Object layer) {
        return Arguments.of(property, value, layers(layer)[0]);
    }
}
