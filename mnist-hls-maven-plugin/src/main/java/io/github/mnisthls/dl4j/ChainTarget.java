/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;

/** The configuration of a chain. */
final class ChainTarget implements Dl4jTarget {
    private final NeuralNetConfiguration.ListBuilder list;
    private int count;

    ChainTarget(NeuralNetConfiguration.Builder common) {
        this.list = common.list();
    }

    @Override
    public void add(String name, Layer layer, InputPreProcessor before, String from) {
        if (before != null) {
            list.inputPreProcessor(count, before);
        }
        list.layer(count++, layer);
    }

    @Override
    public void add(String name, GraphVertex vertex, List<String> from) {
        throw new IllegalStateException("a chain has no " + vertex);
    }

    MultiLayerConfiguration build(InputType input) {
        return list.setInputType(input).build();
    }
}
