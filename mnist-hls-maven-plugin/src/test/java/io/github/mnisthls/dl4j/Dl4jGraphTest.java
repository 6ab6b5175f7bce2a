/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import static io.github.mnisthls.dl4j.Dl4jSamples.INPUT;
import static io.github.mnisthls.dl4j.Dl4jSamples.assertSame;
import static io.github.mnisthls.dl4j.Dl4jSamples.common;
import static io.github.mnisthls.dl4j.Dl4jSamples.images;
import static io.github.mnisthls.dl4j.Dl4jSamples.output;
import static io.github.mnisthls.dl4j.Dl4jSamples.pixels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.loading.Dl4jArchive;
import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;

/** Graphs as DL4J's users build them; DL4J's own outputs are the oracle. */
@Slow
class Dl4jGraphTest {
    @TempDir
    Path folder;

    /** Two blocks: the second has a convolution on its shortcut. */
    @ParameterizedTest
    @EnumSource
    void readsResidualGraphs(CNN2DFormat format) throws IOException {
        GraphBuilder graph = graph(format)
                .addLayer("stem", conv(3, 3, 1, 3), "image")
                .addLayer("norm", new BatchNormalization(), "stem")
                .addLayer("relu", relu(), "norm")
                .addLayer("a1", conv(3, 3, 1, 3), "relu")
                .addLayer("a2", conv(3, 3, 1, 3), "a1")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a2", "relu")
                .addLayer("b1", conv(3, 3, 2, 5), "sum")
                .addLayer("shortcut", conv(1, 1, 2, 5), "sum")
                .addVertex("sum2", new ElementWiseVertex(ElementWiseVertex.Op.Add), "shortcut", "b1", "b1")
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "sum2")
                .addLayer("out", output(), "mean");

        Dl4jReader.Result read = assertReadsAsDl4jComputes(graph, format);

        assertThat(read.network().architecture().layers())
                .filteredOn(Add.class::isInstance)
                .extracting(Layer::name)
                .containsExactly("sum", "sum2");
        assertThat(read.renamed()).isEmpty();
    }

    /** Channels; the dense layer takes two inputs, for which DL4J adds a vertex of its own. */
    @ParameterizedTest
    @EnumSource
    void readsMergesOfImagesAndOfVectors(CNN2DFormat format) throws IOException {
        GraphBuilder graph = graph(format)
                .addLayer("padded", new ZeroPaddingLayer(1, 1, 1, 1), "image")
                .addLayer("left", new ConvolutionLayer.Builder(3, 3).nOut(3).build(), "padded")
                .addLayer(
                        "right",
                        new SubsamplingLayer.Builder(PoolingType.MAX)
                                .kernelSize(3, 3)
                                .stride(1, 1)
                                .build(),
                        "padded")
                .addVertex("merged", new MergeVertex(), "left", "image", "right")
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "merged")
                .addLayer("max", new GlobalPoolingLayer(PoolingType.MAX), "left")
                .addLayer("dense", new DenseLayer.Builder().nOut(6).build(), "mean", "max")
                .addLayer("out", output(), "dense");

        Dl4jReader.Result read = assertReadsAsDl4jComputes(graph, format);

        assertThat(read.network().architecture().layers())
                .filteredOn(Concat.class::isInstance)
                .extracting(Layer::name)
                .containsExactly("merged", "dense_merge");
        assertThat(read.renamed()).containsExactly(Map.entry("dense_merge", "dense-merge"));
    }

    /** A flattened image that is added to another; with channels last, in their order. */
    @ParameterizedTest
    @EnumSource
    void readsFlattenedImagesThatAreAdded(CNN2DFormat format) throws IOException {
        GraphBuilder graph = graph(format)
                .addLayer("a", conv(2, 2, 2, 3), "image")
                .addLayer("b", conv(1, 1, 2, 3), "image")
                .addVertex("flatA", flat(format), "a")
                .addVertex("flatB", flat(format), "b")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "flatA", "flatB")
                .addLayer(
                        "norm",
                        new BatchNormalization.Builder().nIn(60).nOut(60).build(),
                        "sum")
                .addLayer("out", output(), "norm");

        assertReadsAsDl4jComputes(graph, format);
    }

    @Test
    void vectorsOfSeveralImagesHaveNoOrderWithChannelsLast() throws IOException {
        GraphBuilder graph = graph(CNN2DFormat.NHWC)
                .addLayer("a", conv(2, 2, 2, 3), "image")
                .addLayer("b", conv(1, 1, 2, 3), "image")
                .addVertex("flatA", flat(CNN2DFormat.NHWC), "a")
                .addVertex("flatB", flat(CNN2DFormat.NHWC), "b")
                .addVertex("merged", new MergeVertex(), "flatA", "flatB")
                .addLayer("out", output(), "merged");

        assertThatThrownBy(() -> read(written(graph)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("-Dmnist-hls.model", "vertex 'merged'", "channels last");
    }

    @Test
    void namesBecomeIdentifiers() throws IOException {
        GraphBuilder graph = graph(CNN2DFormat.NCHW)
                .addLayer("0", conv(1, 1, 1, 2), "image")
                .addLayer("conv-1", conv(1, 1, 1, 2), "0")
                .addLayer("conv_1", conv(1, 1, 1, 2), "conv-1")
                .addLayer("卷积", conv(1, 1, 1, 2), "conv_1")
                .addLayer("x".repeat(80), conv(1, 1, 1, 2), "卷积")
                .addLayer("x".repeat(81), conv(1, 1, 1, 2), "x".repeat(80))
                .addLayer("out", output(), "x".repeat(81));

        Dl4jReader.Result read = assertReadsAsDl4jComputes(graph, CNN2DFormat.NCHW);

        assertThat(read.network().architecture().layers())
                .extracting(Layer::name)
                .containsExactly(
                        "layer0",
                        "relu1",
                        "conv_1",
                        "relu2",
                        "conv_1_2",
                        "relu3",
                        "layer__",
                        "relu4",
                        "x".repeat(64),
                        "relu5",
                        "x".repeat(62) + "_2",
                        "relu6",
                        "flatten1",
                        "out");
        assertThat(read.renamed())
                .contains(
                        Map.entry("layer0", "0"),
                        Map.entry("conv_1", "conv-1"),
                        Map.entry("conv_1_2", "conv_1"),
                        Map.entry("layer__", "卷积"));
    }

    static Stream<GraphVertex> operations() {
        return Stream.of(
                new ElementWiseVertex(ElementWiseVertex.Op.Product),
                new ElementWiseVertex(ElementWiseVertex.Op.Max),
                rows());
    }

    /** One image below the other. */
    private static MergeVertex rows() {
        MergeVertex rows = new MergeVertex();
        rows.setMergeAxis(2);
        rows.setModified(true);
        return rows;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void otherOperationsAreRefusedByName(GraphVertex vertex) throws IOException {
        GraphBuilder graph = graph(CNN2DFormat.NCHW)
                .addLayer("a", conv(3, 3, 1, 2), "image")
                .addVertex("odd_one", vertex, "a", "image")
                .addLayer("out", output(), "odd_one");

        assertThatThrownBy(() -> read(written(graph)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("-Dmnist-hls.model", "vertex 'odd_one'", "Supported: ");
    }

    @Test
    void otherVerticesAreRefusedByName() throws IOException {
        GraphBuilder graph = graph(CNN2DFormat.NCHW)
                .addVertex("odd_one", new ScaleVertex(2), "image")
                .addLayer("out", output(), "odd_one");

        assertThatThrownBy(() -> read(written(graph)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("-Dmnist-hls.model", "ScaleVertex", "Supported: ", "MergeVertex");
    }

    @Test
    void severalOutputsAreRefused() throws IOException {
        GraphBuilder graph = graph(CNN2DFormat.NCHW)
                .addLayer("a", output(), "image")
                .addLayer("b", output(), "image")
                .setOutputs("a", "b");

        assertThatThrownBy(() -> read(written(graph)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("-Dmnist-hls.model", "network outputs", "a, b", "Supported: ");
    }

    private Dl4jReader.Result assertReadsAsDl4jComputes(GraphBuilder builder, CNN2DFormat format) throws IOException {
        ComputationGraph original = written(builder);
        Dl4jReader.Result read = read(original);
        LabeledImages images = images();
        assertSame(read.network(), images, original.outputSingle(pixels(images, format)));
        return read;
    }

    private Dl4jReader.Result read(ComputationGraph original) throws IOException {
        Path file = folder.resolve("model.zip");
        ModelSerializer.writeModel(original, file.toFile(), true);
        return Dl4jZip.read(Dl4jArchive.read(file), file, INPUT);
    }

    private static ComputationGraph written(GraphBuilder builder) {
        if (builder.getNetworkOutputs().isEmpty()) {
            builder.setOutputs("out");
        }
        ComputationGraph graph = new ComputationGraph(builder.build());
        graph.init();
        Dl4jSamples.randomize(graph.paramTable());
        return graph;
    }

    private static GraphBuilder graph(CNN2DFormat format) {
        return common().graphBuilder().addInputs("image").setInputTypes(Dl4jSamples.type(format));
    }

    private static ConvolutionLayer conv(int rows, int columns, int stride, int filters) {
        return new ConvolutionLayer.Builder(rows, columns)
                .stride(stride, stride)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .nOut(filters)
                .build();
    }

    private static ActivationLayer relu() {
        return new ActivationLayer.Builder().activation(Activation.RELU).build();
    }

    private static PreprocessorVertex flat(CNN2DFormat format) {
        return new PreprocessorVertex(new CnnToFeedForwardPreProcessor(5, 4, 3, format));
    }
}
