/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Layer;

/**
 * Gives dropout layers another rate and leaves all others.
 *
 * @param rate at least 0 and below 1
 */
record DropoutRate(double rate) implements Layer.PartialVisitor<Layer> {
    @Override
    public Layer other(Layer layer) {
        return layer;
    }

    @Override
    public Layer dropout(Dropout layer) {
        return new Dropout(layer.name(), rate);
    }
}
