/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;

/** The configuration of a graph. */
final class GraphTarget implements Dl4jTarget {
    private final ComputationGraphConfiguration.GraphBuilder graph;

    GraphTarget(NeuralNetConfiguration.Builder common, String image, InputType type) {
        this.graph = common.graphBuilder().addInputs(image).setInputTypes(type);
    }

    @Override
    public void add(String name, Layer layer, InputPreProcessor before, String from) {
        graph.addLayer(name, layer, before, from);
    }

    @Override
    public void add(String name, GraphVertex vertex, List<String> from) {
        graph.addVertex(name, vertex, from.toArray(String[]::new));
    }

    ComputationGraphConfiguration build(String output) {
        return graph.setOutputs(output).build();
    }
}
