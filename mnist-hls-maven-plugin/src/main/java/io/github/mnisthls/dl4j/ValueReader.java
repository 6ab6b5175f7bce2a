/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;

/** Reads layers that treat each value by itself. */
final class ValueReader {
    private final ReadGraph graph;
    private final ActivationReader activations;

    ValueReader(ReadGraph graph) {
        this.graph = graph;
        this.activations = new ActivationReader(graph);
    }

    int normalization(SourceLayer<BatchNormalization> source) {
        BatchNormalization layer = source.conf();
        Shape shape = graph.shape(source.from());
        if (!shape.isVector()) {
            graph.requireSameFormat(layer.getCnn2DFormat());
        }
        Refusal.requireInputs(layer.getNOut(), shape.channels());
        BatchNorm norm = new BatchNorm(graph.names().next("norm", source.name()), layer.getEps());
        return graph.add(
                norm,
                source.from(),
                ParameterReader.normalization(source.trained(), layer, graph.layout(), features(source.from())));
    }

    /** What the features were before they were flattened. */
    private Shape features(int value) {
        Shape shape = graph.shape(value);
        return shape.isVector() ? graph.image(value) : Shape.vector(shape.channels());
    }

    int prelu(SourceLayer<PReLULayer> source) {
        Shape shape = graph.shape(source.from());
        Prelu prelu = new Prelu(graph.names().next("prelu", source.name()));
        return graph.add(
                prelu,
                source.from(),
                ParameterReader.slopes(source.trained(), shape, graph.layout(), features(source.from())));
    }

    int activation(SourceLayer<ActivationLayer> source) {
        return activations.read(source.conf().getActivationFn(), source.name(), source.from(), source.last());
    }

    int loss(SourceLayer<LossLayer> source) {
        return activations.read(source.conf().getActivationFn(), source.name(), source.from(), source.last());
    }

    /** One pixel is a vector; the loss of larger images is refused with the network's output. */
    int imageLoss(SourceLayer<CnnLossLayer> source) {
        graph.requireSameFormat(source.conf().getFormat());
        return activations.read(source.conf().getActivationFn(), source.name(), source.from(), source.last());
    }

    int dropout(SourceLayer<DropoutLayer> source) {
        DropoutLayer layer = source.conf();
        if (!(layer.getIDropout() instanceof org.deeplearning4j.nn.conf.dropout.Dropout dropout)
                || dropout.getPSchedule() != null) {
            throw Refusal.unsupported("dropout", layer.getIDropout(), "Dropout with a fixed probability");
        }
        // DL4J names the probability to keep a value.
        return graph.add(new Dropout(graph.names().next("dropout", source.name()), 1 - dropout.getP()), source.from());
    }
}
