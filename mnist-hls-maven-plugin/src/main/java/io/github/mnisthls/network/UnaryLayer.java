/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;

/** A layer with one input. */
public non-sealed interface UnaryLayer extends Layer {
    /**
     * Shape of the output for this input.
     *
     * @throws InvalidSettingException if the layer cannot take such an input
     */
    Shape outputShape(Shape input);

    /** Multiply-accumulates per image. */
    default long macs(Shape input) {
        return 0;
    }

    /** The trained values that it has, in the order in which files hold them. */
    default List<ParameterSpec> parameters(Shape input) {
        return List.of();
    }

    @Override
    default Shape outputShape(List<Shape> inputs) {
        return outputShape(LayerChecks.only(name(), inputs));
    }

    @Override
    default long macs(List<Shape> inputs) {
        return macs(LayerChecks.only(name(), inputs));
    }

    @Override
    default List<ParameterSpec> parameters(List<Shape> inputs) {
        return parameters(LayerChecks.only(name(), inputs));
    }
}
