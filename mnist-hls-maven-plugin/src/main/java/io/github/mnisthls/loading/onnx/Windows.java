/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;

/** The windows of convolutions and pooling. */
final class Windows {
    private static final int AXES = 2;

    private Windows() {}

    static Window of(Attributes attributes, int rows, int columns, Shape input) {
        List<Integer> strides = attributes.integers("strides").orElse(List.of(1, 1));
        List<Integer> dilations = attributes.integers("dilations").orElse(List.of(1, 1));
        if (strides.size() != AXES || dilations.size() != AXES) {
            throw new NotReadable(
                    "strides " + strides + " and dilations " + dilations, "Only windows of two axes are supported.");
        }
        Window bare = new Window(
                rows, columns, strides.get(0), strides.get(1), dilations.get(0), dilations.get(1), Padding.NONE);
        return bare.padded(padding(attributes, bare, input));
    }

    private static Padding padding(Attributes attributes, Window bare, Shape input) {
        String auto = attributes.word("auto_pad", "NOTSET");
        List<Integer> pads = attributes.integers("pads").orElse(List.of(0, 0, 0, 0));
        if (!auto.equals("NOTSET") && pads.stream().anyMatch(pad -> pad != 0)) {
            throw new NotReadable("auto_pad is " + auto + " and pads are " + pads, "Remove one of them.");
        }
        Padding same = Padding.same(bare, input);
        return switch (auto) {
            case "NOTSET" -> padding(pads);
            case "VALID" -> Padding.NONE;
            case "SAME_UPPER" -> same;
            case "SAME_LOWER" ->
                new Padding(
                        /* top= */ same.bottom(),
                        /* bottom= */ same.top(),
                        /* left= */ same.right(),
                        /* right= */ same.left());
            default -> throw new NotReadable("auto_pad is " + auto, "Set pads instead.");
        };
    }

    /** From ONNX's order: all beginnings, then all ends. */
    static Padding padding(List<Integer> pads) {
        if (pads.size() != 2 * AXES) {
            throw new NotReadable("pads are " + pads, "Only windows of two axes are supported.");
        }
        return new Padding(pads.get(0), pads.get(2), pads.get(1), pads.get(3));
    }

    /** Refuses to round the number of windows up where that makes a difference. */
    static void checkCeil(Window window, Shape input) {
        int rows = input.height() + window.padding().top() + window.padding().bottom() - window.reachHeight();
        int columns = input.width() + window.padding().left() + window.padding().right() - window.reachWidth();
        if (rows % window.strideHeight() != 0 || columns % window.strideWidth() != 0) {
            throw new NotReadable(
                    "attribute ceil_mode is 1, and the last window hangs over the edge of " + input.named(),
                    "Set ceil_mode to 0, or choose a padding with which the windows fit.");
        }
    }
}
