/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.layers.Layer;

/** A DL4J configuration that is being built, layer by layer. */
interface Dl4jTarget {
    /**
     * Adds a layer.
     *
     * @param name   one that no other has
     * @param before what is done to its input; null if nothing
     * @param from   name of its input
     */
    void add(String name, Layer layer, InputPreProcessor before, String from);

    /** Adds what has several inputs, or no layer. */
    void add(String name, GraphVertex vertex, List<String> from);
}
