/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayList;
import java.util.List;

/** The output of a model, which must be one vector per image. */
final class Logits {
    private Logits() {}

    static int value(Signal output, LayerCollector network) {
        if (network.shape(output.value()).isVector() && output.shape().isVector()) {
            return output.value();
        }
        List<Axis> all = new ArrayList<>();
        output.axes().forEach(all::addAll);
        boolean vector = false;
        for (int axis = 0; axis < output.rank(); axis++) {
            vector |= output.isVectorOn(axis);
        }
        if (!vector || !all.equals(all.stream().sorted().toList())) {
            throw new NotReadable(
                    "its output has the shape " + output.extents(), "It must be one list of logits per image.");
        }
        return network.flat(output.value());
    }
}
