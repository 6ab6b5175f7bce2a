/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.engine.SampleGradients;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
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
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as DL4J's users build them; DL4J's own outputs are the oracle. */
class Dl4jReaderTest {
    private static final int IMAGES = 9;
    private static final int CLASSES = 4;

    /** No two extents alike, so that no order can be taken for another. */
    private static final Shape INPUT = new Shape(2, 9, 7);

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

        Network read = Dl4jZip.read(Dl4jArchive.read(file), file, INPUT);

        LabeledImages images = images();
        INDArray expected = original.output(pixels(images, format));
        double[][] probabilities = SampleGradients.probabilities(read, images);
        for (int i = 0; i < IMAGES; i++) {
            for (int label = 0; label < CLASSES; label++) {
                assertThat(probabilities[i][label])
                        .as("%s: image %d, class %d", name, i, label)
                        .isCloseTo(expected.getDouble(i, label), within(1e-5));
            }
        }
    }

    /** Rows of flat pixels, as DL4J's MNIST iterator gives them. */
    @Test
    void readsNetworksOfFlatImages() throws IOException {
        MultiLayerNetwork original = network(InputType.convolutionalFlat(9, 7, 2), lenet());
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(original, file.toFile(), false);

        Network read = Dl4jZip.read(Dl4jArchive.read(file), file, INPUT);

        LabeledImages images = images();
        INDArray expected = original.output(pixels(images, CNN2DFormat.NCHW).reshape(IMAGES, INPUT.size()));
        assertThat(SampleGradients.probabilities(read, images)[3][1]).isCloseTo(expected.getDouble(3, 1), within(1e-5));
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                refused(
                        "dilation",
                        "2x1",
                        new ConvolutionLayer.Builder(2, 2).dilation(2, 1).nOut(3)),
                refused(
                        "activation",
                        "tanh",
                        new ConvolutionLayer.Builder(2, 2).nOut(3).activation(Activation.TANH)),
                refused("class", "Deconvolution2D", new Deconvolution2D.Builder(2, 2).nOut(3)),
                refused("class", "LocalResponseNormalization", new LocalResponseNormalization.Builder()),
                refused(
                        "padding",
                        "1",
                        new SubsamplingLayer.Builder(PoolingType.MAX)
                                .kernelSize(3, 3)
                                .padding(1, 1)),
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

    private static Layer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build();
    }

    /** From layers and builders of layers. */
    private static Layer[] layers(Object... parts) {
        return Stream.of(parts)
                .map(part -> part instanceof Layer layer ? layer : ((Layer.Builder<?>) part).build())
                .toArray(Layer[]::new);
    }

    private static Arguments named(String name, CNN2DFormat format, Layer... layers) {
        return Arguments.of(name, format, layers);
    }

    private static Arguments refused(String property, String value, Object layer) {
        return Arguments.of(property, value, layers(layer)[0]);
    }

    private static MultiLayerNetwork network(CNN2DFormat format, Layer... layers) {
        return network(InputType.convolutional(INPUT.height(), INPUT.width(), INPUT.channels(), format), layers);
    }

    /** With values everywhere that a wrong order or a forgotten one would change. */
    private static MultiLayerNetwork network(InputType input, Layer... layers) {
        NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder()
                .seed(5)
                .updater(new Adam(0.01))
                .activation(Activation.IDENTITY)
                .l2(1e-4)
                .list();
        for (Layer layer : layers) {
            list.layer(layer);
        }
        MultiLayerNetwork network =
                new MultiLayerNetwork(list.setInputType(input).build());
        network.init();
        Random random = new Random(11);
        network.paramTable().forEach((name, values) -> {
            for (long i = 0; i < values.length(); i++) {
                double value = random.nextGaussian() / 2;
                boolean deviation = name.endsWith("_log10stdev");
                values.putScalar(i, name.endsWith("_var") ? 0.1 + value * value : deviation ? value / 4 : value);
            }
        });
        return network;
    }

    private static LabeledImages images() {
        byte[] pixels = new byte[IMAGES * INPUT.size()];
        new Random(2).nextBytes(pixels);
        return LabeledImages.of(INPUT, pixels, new byte[IMAGES]);
    }

    private static INDArray pixels(LabeledImages images, CNN2DFormat format) {
        float[] values = new float[IMAGES * INPUT.size()];
        for (int i = 0; i < IMAGES; i++) {
            for (int p = 0; p < INPUT.size(); p++) {
                values[i * INPUT.size() + p] = images.pixel(i, p) / 255f;
            }
        }
        long[] extents = {IMAGES, INPUT.channels(), INPUT.height(), INPUT.width()};
        INDArray result = Nd4j.create(values, extents, 'c');
        return format == CNN2DFormat.NCHW ? result : result.permute(0, 2, 3, 1).dup('c');
    }
}
