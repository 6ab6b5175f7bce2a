/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static io.github.mnisthls.dl4j.Dl4jSamples.CLASSES;
import static io.github.mnisthls.dl4j.Dl4jSamples.INPUT;
import static io.github.mnisthls.dl4j.Dl4jSamples.assertSame;
import static io.github.mnisthls.dl4j.Dl4jSamples.images;
import static io.github.mnisthls.dl4j.Dl4jSamples.layers;
import static io.github.mnisthls.dl4j.Dl4jSamples.network;
import static io.github.mnisthls.dl4j.Dl4jSamples.output;
import static io.github.mnisthls.dl4j.Dl4jSamples.pixels;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.kind.LayerDescriptors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Each kind of layer in a network of DL4J's; DL4J's own outputs are the oracle. */
@Slow
class Dl4jLayersTest {
    @TempDir
    Path folder;

    static Stream<Arguments> networks() {
        return Stream.of(CNN2DFormat.NCHW, CNN2DFormat.NHWC)
                .flatMap(format -> Stream.of(convolutions(), pooling(format), shapes(), activations())
                        .flatMap(cases -> cases)
                        .map(each -> Arguments.of(each.kinds(), format, each.layers())));
    }

    /**
     * A network.
     *
     * @param kinds what is to be read from it, as this project calls it
     */
    private record Case(List<String> kinds, List<Layer> layers) {
        static Case of(String kinds, Object... parts) {
            Object[] all = Stream.concat(Stream.of(parts), Stream.of(output())).toArray();
            return new Case(List.of(kinds.split(" ", 0)), List.of(Dl4jSamples.layers(all)));
        }
    }

    private static Stream<Case> convolutions() {
        return Stream.of(
                Case.of(
                        "conv flatten dense",
                        new ConvolutionLayer.Builder(3, 2).dilation(2, 3).nOut(3)),
                Case.of(
                        "conv flatten dense",
                        new ConvolutionLayer.Builder(3, 2)
                                .dilation(2, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .hasBias(false)
                                .nOut(3)),
                Case.of(
                        "conv flatten dense",
                        new ConvolutionLayer.Builder(1, 1)
                                .stride(2, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .nOut(3)),
                Case.of(
                        "conv flatten dense",
                        new ZeroPaddingLayer.Builder(1, 0, 0, 2),
                        new ConvolutionLayer.Builder(3, 3).padding(1, 0).nOut(3)),
                Case.of(
                        "depthwiseConv flatten dense",
                        new DepthwiseConvolution2D.Builder(3, 2)
                                .stride(2, 1)
                                .padding(1, 0)
                                .depthMultiplier(3)),
                Case.of(
                        "depthwiseConv flatten dense",
                        new ZeroPaddingLayer.Builder(1, 0, 0, 1),
                        new DepthwiseConvolution2D.Builder(2, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .hasBias(false)
                                .depthMultiplier(2)),
                Case.of(
                        "depthwiseConv conv tanh flatten dense",
                        new SeparableConvolution2D.Builder(4, 3)
                                .stride(1, 2)
                                .depthMultiplier(3)
                                .activation(Activation.TANH)
                                .nOut(5)),
                Case.of(
                        "depthwiseConv conv flatten dense",
                        new SeparableConvolution2D.Builder(2, 3)
                                .convolutionMode(ConvolutionMode.Same)
                                .hasBias(false)
                                .nOut(3)));
    }

    private static Stream<Case> pooling(CNN2DFormat format) {
        PReLULayer.Builder prelu = format == CNN2DFormat.NCHW
                ? new PReLULayer.Builder().inputShape(3, 9, 7).sharedAxes(2, 3)
                : new PReLULayer.Builder().inputShape(9, 7, 3).sharedAxes(1, 2);
        return Stream.of(
                Case.of(
                        "conv maxPool flatten dense",
                        conv(),
                        pool(PoolingType.MAX).padding(1, 1)),
                Case.of(
                        "conv averagePool flatten dense",
                        conv(),
                        pool(PoolingType.AVG).padding(1, 1)),
                Case.of(
                        "conv averagePool flatten dense",
                        conv(),
                        pool(PoolingType.AVG).padding(1, 0).avgPoolIncludePadInDivisor(true)),
                Case.of(
                        "conv maxPool flatten dense",
                        conv(),
                        pool(PoolingType.MAX).convolutionMode(ConvolutionMode.Same)),
                Case.of(
                        "conv averagePool flatten dense",
                        conv(),
                        pool(PoolingType.AVG).convolutionMode(ConvolutionMode.Same)),
                Case.of(
                        "conv averagePool flatten dense",
                        conv(),
                        pool(PoolingType.AVG)
                                .convolutionMode(ConvolutionMode.Same)
                                .avgPoolIncludePadInDivisor(true)),
                Case.of("conv prelu flatten dense", conv(), prelu),
                Case.of(
                        "conv globalAveragePool prelu dense",
                        conv(),
                        new GlobalPoolingLayer.Builder(PoolingType.AVG),
                        new PReLULayer.Builder().inputShape(3)));
    }

    private static Stream<Case> shapes() {
        return Stream.of(
                Case.of(
                        "conv pad maxPool flatten dense",
                        conv(),
                        new ZeroPaddingLayer.Builder(1, 0, 2, 1),
                        pool(PoolingType.MAX)),
                Case.of("conv crop flatten dense", conv(), new Cropping2D.Builder(2, 1, 0, 3)),
                Case.of("conv upsample flatten dense", conv(), new Upsampling2D.Builder().size(new int[] {2, 3})),
                new Case(
                        List.of("conv", "conv"),
                        List.of(layers(
                                conv(),
                                new ConvolutionLayer.Builder(9, 7).nOut(CLASSES),
                                new CnnLossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX)))),
                new Case(
                        List.of("flatten", "dense", "tanh"),
                        List.of(layers(
                                new DenseLayer.Builder()
                                        .nOut(CLASSES)
                                        .hasBias(false)
                                        .activation(Activation.TANH),
                                new LossLayer.Builder(LossFunction.MCXENT).activation(Activation.SOFTMAX)))));
    }

    private static Stream<Case> activations() {
        return Stream.of(
                        named("relu", new ActivationReLU()),
                        named("clip", new ActivationReLU(1.5, 0.0, 0.0)),
                        named("leakyRelu", new ActivationReLU(null, 0.0, 0.3)),
                        named("clip", new ActivationReLU6()),
                        named("leakyRelu", new ActivationLReLU(0.2)),
                        named("sigmoid", new ActivationSigmoid()),
                        named("tanh", new ActivationTanH()),
                        named("hardSigmoid", new ActivationHardSigmoid()),
                        named("clip", new ActivationHardTanH()))
                .flatMap(each -> Stream.of(
                        Case.of(
                                "conv batchNorm " + each.kind() + " flatten dense",
                                conv(),
                                // Values on both sides of all limits.
                                new BatchNormalization.Builder()
                                        .lockGammaBeta(true)
                                        .gamma(12)
                                        .beta(1),
                                new ActivationLayer.Builder().activation(each.activation())),
                        Case.of(
                                "conv " + each.kind() + " flatten dense",
                                new ConvolutionLayer.Builder(2, 2).nOut(3).activation(each.activation()))));
    }

    private record Function(String kind, IActivation activation) {}

    private static Function named(String kind, IActivation activation) {
        return new Function(kind, activation);
    }

    private static ConvolutionLayer.Builder conv() {
        return new ConvolutionLayer.Builder(1, 1).nOut(3);
    }

    private static SubsamplingLayer.Builder pool(PoolingType type) {
        return new SubsamplingLayer.Builder(type).kernelSize(3, 2).stride(2, 3);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("networks")
    void givesTheOutputsThatDl4jGives(List<String> kinds, CNN2DFormat format, List<Layer> layers) throws IOException {
        MultiLayerNetwork original = network(format, layers.toArray(Layer[]::new));
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(original, file.toFile(), true);

        Network read = Dl4jZip.read(Dl4jArchive.read(file), file, INPUT).network();

        assertThat(read.architecture().layers())
                .extracting(layer -> LayerDescriptors.written(layer).kind().replaceAll("relu6|hardTanh", "clip"))
                .isEqualTo(kinds);
        LabeledImages images = images();
        assertSame(read, images, original.output(pixels(images, format)));
    }
}
