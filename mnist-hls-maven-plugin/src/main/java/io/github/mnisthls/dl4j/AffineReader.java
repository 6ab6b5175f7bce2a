/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;

/** Reads layers with weights, each followed by an activation of its own. */
final class AffineReader {
    private final ReadGraph graph;
    private final ActivationReader activations;

    AffineReader(ReadGraph graph) {
        this.graph = graph;
        this.activations = new ActivationReader(graph);
    }

    int convolution(SourceLayer<ConvolutionLayer> source) {
        ConvolutionLayer layer = source.conf();
        Placed placed = place(source);
        Conv2d conv = new Conv2d(
                graph.names().next("conv", source.name()), (int) layer.getNOut(), placed.window(), layer.hasBias());
        return activated(source, graph.add(conv, placed.from(), ParameterReader.affine(source.trained(), "W")));
    }

    int depthwise(SourceLayer<DepthwiseConvolution2D> source) {
        DepthwiseConvolution2D layer = source.conf();
        Placed placed = place(source);
        DepthwiseConv2d conv = new DepthwiseConv2d(
                graph.names().next("depthwise", source.name()),
                layer.getDepthMultiplier(),
                placed.window(),
                layer.hasBias());
        return activated(source, graph.add(conv, placed.from(), ParameterReader.depthwise(source.trained())));
    }

    /** One filter, or several, for each channel, then a sum over all of these at each pixel. */
    int separable(SourceLayer<SeparableConvolution2D> source) {
        SeparableConvolution2D layer = source.conf();
        Placed placed = place(source);
        String wish = source.name();
        DepthwiseConv2d first = new DepthwiseConv2d(
                graph.names().next(wish == null ? "depthwise" : wish + "_depthwise"),
                layer.getDepthMultiplier(),
                placed.window(),
                false);
        Conv2d second = new Conv2d(
                graph.names().next("conv", wish), (int) layer.getNOut(), Window.square(1, 1), layer.hasBias());
        int between = graph.add(first, placed.from(), ParameterReader.separable(source.trained()));
        return activated(source, graph.add(second, between, ParameterReader.affine(source.trained(), "pW")));
    }

    /**
     * A window and what it slides over.
     *
     * @param from number of the value
     */
    private record Placed(Window window, int from) {}

    /** Zeros that a layer before it put around the image become the convolution's own. */
    private Placed place(SourceLayer<? extends ConvolutionLayer> source) {
        graph.requireSameFormat(source.conf().getCnn2dDataFormat());
        Shape input = graph.shape(source.from());
        Refusal.requireInputs(source.conf().getNIn(), input.channels());
        Window window = WindowReader.of(source.conf(), input);
        Padding before = graph.paddingOf(source.from());
        Padding own = window.padding();
        Padding sum = new Padding(
                before.top() + own.top(),
                before.bottom() + own.bottom(),
                before.left() + own.left(),
                before.right() + own.right());
        boolean fits = Math.max(sum.top(), sum.bottom()) < window.reachHeight()
                && Math.max(sum.left(), sum.right()) < window.reachWidth();
        return before.isNone() || !fits
                ? new Placed(window, source.from())
                : new Placed(window.padded(sum), graph.sourceOf(source.from()));
    }

    int dense(SourceLayer<DenseLayer> source) {
        if (source.conf().hasLayerNorm()) {
            throw Refusal.unsupported("hasLayerNorm", true, "dense layers without layer normalization");
        }
        return dense(source, source.conf().hasBias());
    }

    int output(SourceLayer<OutputLayer> source) {
        return dense(source, source.conf().hasBias());
    }

    private int dense(SourceLayer<? extends BaseLayer> source, boolean bias) {
        int inputs = (int) source.trained().getParam("W").size(0);
        int outputs = (int) source.trained().getParam("W").size(1);
        Refusal.requireInputs(inputs, graph.shape(source.from()).size());
        Dense dense = new Dense(graph.names().next("dense", source.name()), outputs, bias);
        NamedParameters values =
                ParameterReader.dense(source.trained(), outputs, graph.layout(), graph.image(source.from()));
        return activated(source, graph.add(dense, source.from(), values));
    }

    private int activated(SourceLayer<? extends BaseLayer> source, int value) {
        return activations.read(source.conf().getActivationFn(), null, value, source.last());
    }
}
