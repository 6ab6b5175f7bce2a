/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * A layer of a DL4J network.
 *
 * @param conf    its configuration
 * @param trained its values
 * @param from    number of the value that it takes
 * @param last    whether it gives the network's output
 */
record SourceLayer<L extends Layer>(L conf, org.deeplearning4j.nn.api.Layer trained, int from, boolean last) {
    String name() {
        return conf.getLayerName();
    }

    <T extends Layer> SourceLayer<T> as(Class<T> type) {
        return new SourceLayer<>(type.cast(conf), trained, from, last);
    }
}
