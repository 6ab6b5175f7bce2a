/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.End;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.Layout.FlattenOrder;
import java.util.List;

/** The image that a model is given. */
final class ModelInput {
    private static final int IMAGE_RANK = 3;

    private ModelInput() {}

    /**
     * The signal at the input.
     *
     * @param extents of one image in the file
     * @param images  shape of the images that the network will be given, by which a vector of their size is known
     */
    static Signal of(List<Integer> extents, List<KerasEntry> layers, boolean channelsFirst, Shape images) {
        checkSize(extents);
        int first = extents.get(0);
        return switch (extents.size()) {
            case 1 -> {
                // With several channels it could lie either way.
                boolean image = first == images.size() && images.channels() == 1;
                yield new Signal(
                        0, Signal.Form.VECTOR, image ? images : Shape.vector(first), FlattenOrder.CHW, End.NONE);
            }
            case 2 -> {
                boolean sequence =
                        layers.stream().anyMatch(layer -> layer.className().matches("Conv.*1D|.*Pooling1D"));
                int second = extents.get(1);
                yield sequence
                        ? new Signal(0, Signal.Form.SEQUENCE, new Shape(second, 1, first), FlattenOrder.CHW, End.NONE)
                        : new Signal(0, Signal.Form.PLANE, new Shape(1, first, second), FlattenOrder.CHW, End.NONE);
            }
            case IMAGE_RANK -> {
                Shape shape = channelsFirst
                        ? new Shape(first, extents.get(1), extents.get(2))
                        : new Shape(extents.get(2), first, extents.get(1));
                yield new Signal(0, Signal.Form.IMAGE, shape, FlattenOrder.CHW, End.NONE);
            }
            default ->
                throw new NotReadable("its input has the shape " + extents, "Use images: rows, columns, channels.");
        };
    }

    private static void checkSize(List<Integer> extents) {
        long size = 1;
        for (int extent : extents) {
            size *= extent;
            if (size > 1 << 24) {
                throw new NotReadable("its input has the shape " + extents, "Use smaller images.");
            }
        }
    }
}
