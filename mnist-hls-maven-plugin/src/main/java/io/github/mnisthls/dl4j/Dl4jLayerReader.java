/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

/** Reads layers of every kind that has a counterpart; others are refused by name. */
final class Dl4jLayerReader {
    private final ReadGraph graph;

    /** By class alone, for subclasses mean something else: a deconvolution is a {@link ConvolutionLayer} too. */
    private final Map<Class<?>, Reading<Layer>> kinds = new LinkedHashMap<>();

    Dl4jLayerReader(ReadGraph graph) {
        this.graph = graph;
        AffineReader affine = new AffineReader(graph);
        on(ConvolutionLayer.class, affine::convolution);
        on(DepthwiseConvolution2D.class, affine::depthwise);
        on(SeparableConvolution2D.class, affine::separable);
        on(DenseLayer.class, affine::dense);
        on(OutputLayer.class, affine::output);
        ValueReader values = new ValueReader(graph);
        on(BatchNormalization.class, values::normalization);
        on(ActivationLayer.class, values::activation);
        on(PReLULayer.class, values::prelu);
        on(DropoutLayer.class, values::dropout);
        on(LossLayer.class, values::loss);
        on(CnnLossLayer.class, values::imageLoss);
        ImageReader images = new ImageReader(graph);
        on(SubsamplingLayer.class, images::pooling);
        on(GlobalPoolingLayer.class, images::globalPooling);
        on(ZeroPaddingLayer.class, images::padding);
        on(Cropping2D.class, images::cropping);
        on(Upsampling2D.class, images::upsampling);
    }

    /** Adds what a layer is here to the graph, and gives the number of its output. */
    private interface Reading<L extends Layer> {
        int read(SourceLayer<L> source);
    }

    private <L extends Layer> void on(Class<L> type, Reading<L> reading) {
        kinds.put(type, source -> reading.read(source.as(type)));
    }

    /**
     * Adds a layer and what is to be done before it.
     *
     * @param where  the layer, for messages
     * @param before null if nothing
     * @return number of its output
     */
    int read(String where, InputPreProcessor before, SourceLayer<Layer> source) {
        return at(where, () -> {
            int from = before == null ? source.from() : preprocess(before, source.from());
            Layer layer = source.conf();
            Reading<Layer> kind = kinds.get(layer.getClass());
            if (kind == null) {
                throw Refusal.unsupported(
                        "class",
                        layer.getClass().getSimpleName(),
                        kinds.keySet().stream()
                                .map(Class::getSimpleName)
                                .sorted()
                                .collect(Collectors.joining(", ")));
            }
            return kind.read(new SourceLayer<>(layer, source.trained(), from, source.last()));
        });
    }

    /** Adds what turns vectors into images, or images into vectors. */
    int preprocess(InputPreProcessor step, int from) {
        if (step instanceof CnnToFeedForwardPreProcessor flattening) {
            graph.requireSameFormat(flattening.getFormat());
            return graph.add(new Flatten(graph.names().next("flatten")), from);
        }
        if (step instanceof FeedForwardToCnnPreProcessor image) {
            requireImage(image, graph.shape(from));
            return from;
        }
        throw Refusal.unsupported(
                "class of preprocessor", step.getClass().getSimpleName(), "CnnToFeedForward and FeedForwardToCnn");
    }

    private void requireImage(FeedForwardToCnnPreProcessor image, Shape given) {
        Shape wanted =
                new Shape((int) image.getNumChannels(), (int) image.getInputHeight(), (int) image.getInputWidth());
        if (!wanted.equals(given)) {
            throw Refusal.unsupported("shape", wanted, "images of " + given.named());
        }
        graph.requireSameFormat(CNN2DFormat.NCHW);
    }

    /** Tells where it was, if something is refused. */
    static int at(String where, IntSupplier reading) {
        try {
            return reading.getAsInt();
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException(Settings.MODEL + ": " + where + ": " + e.getMessage(), e);
        }
    }
}
