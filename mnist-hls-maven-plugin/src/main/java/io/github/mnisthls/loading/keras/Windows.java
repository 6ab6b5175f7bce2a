/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;

/** Windows of convolutions and pooling layers. */
final class Windows {
    private static final List<Integer> ONE = List.of(1, 1);

    private Windows() {}

    /**
     * Of an image.
     *
     * @param size   name of the property that holds rows and columns
     * @param stride if the layer does not tell it; the window's size if that is empty
     */
    static Window of(KerasLayer layer, String size, List<Integer> stride, Shape input) {
        LayerConfig config = layer.config();
        config.node("data_format"); // checked for all layers together
        List<Integer> kernel = config.integers(size, 2, List.of());
        List<Integer> strides = config.integers("strides", 2, stride.isEmpty() ? kernel : stride);
        List<Integer> dilations = config.integers("dilation_rate", 2, ONE);
        Window bare = new Window(
                kernel.get(0),
                kernel.get(1),
                strides.get(0),
                strides.get(1),
                dilations.get(0),
                dilations.get(1),
                Padding.NONE);
        return padded(layer, bare, input);
    }

    /** Of a sequence, which is an image of one row. */
    static Window row(KerasLayer layer, String size, List<Integer> stride, Shape input) {
        LayerConfig config = layer.config();
        config.only("data_format", "channels_last", "Only sequences with their channels last are supported.");
        List<Integer> kernel = config.integers(size, 1, List.of());
        List<Integer> strides = config.integers("strides", 1, stride.isEmpty() ? kernel : stride);
        List<Integer> dilations = config.integers("dilation_rate", 1, List.of(1));
        Window bare = new Window(1, kernel.get(0), 1, strides.get(0), 1, dilations.get(0), Padding.NONE);
        return padded(layer, bare, input);
    }

    private static Window padded(KerasLayer layer, Window bare, Shape input) {
        String padding = layer.config().word("padding", "valid");
        return switch (padding) {
            case "valid" -> bare;
            case "same" -> bare.padded(Padding.same(bare, input));
            default -> throw new NotReadable("padding is '" + padding + "'", "Use 'valid' or 'same'.");
        };
    }
}
