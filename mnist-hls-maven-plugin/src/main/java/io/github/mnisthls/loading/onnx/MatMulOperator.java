/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;

/** A vector per image by a constant matrix. */
final class MatMulOperator implements Operator {
    private static final int RANK = 2;

    @Override
    public Signal read(OnnxNode node, LayerCollector network) {
        Signal a = node.signal(0);
        Tensor b = node.constant(1, "B");
        if (a.rank() < RANK || b.rank() != RANK || b.extent(0) != a.extents().get(a.rank() - 1)) {
            throw new NotReadable(
                    "B has the shape " + b.extents() + ", and A " + a.extents(),
                    "Only vectors by a matrix are supported.");
        }
        b.floats("B");
        int units = b.extent(1);
        Signal out =
                DenseLayers.add(node, network, a, a.rank() - 1, units, (input, unit) -> b.get(input * units + unit));
        network.trainedFor(out.value(), b.format());
        return out;
    }
}
