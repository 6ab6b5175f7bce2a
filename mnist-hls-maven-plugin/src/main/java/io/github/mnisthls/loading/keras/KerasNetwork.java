/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.network.Shape;

/**
 * The network that a file's layers are added to, and what holds for all of them.
 *
 * @param layers        that were added
 * @param channelsFirst whether images have their channels before rows and columns
 * @param version       of Keras; empty if it is not known
 */
record KerasNetwork(LayerCollector layers, boolean channelsFirst, String version) {
    Shape shape(int value) {
        return layers.shape(value);
    }
}
