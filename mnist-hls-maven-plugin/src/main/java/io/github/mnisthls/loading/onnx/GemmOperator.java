/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.List;
import java.util.Optional;

/** {@code alpha * A * B + beta * C} with a constant B and C. */
final class GemmOperator implements Operator {
    private static final int RANK = 2;

    @Override
    public Signal read(OnnxNode node, LayerCollector network) {
        Attributes attributes = node.attributes();
        double alpha = attributes.number("alpha", 1);
        double beta = attributes.number("beta", 1);
        boolean transposeB = attributes.integer("transB", 0) != 0;
        Signal a = node.signal(0);
        if (attributes.integer("transA", 0) != 0) {
            a = a.transposed(List.of(1, 0));
        }
        Tensor b = node.constant(1, "B");
        if (a.rank() != RANK || b.rank() != RANK) {
            throw new NotReadable("A has " + a.rank() + " axes and B " + b.rank(), "Both must have two.");
        }
        b.floats("B");
        int units = b.extent(transposeB ? 0 : 1);
        int inputs = b.extent(transposeB ? 1 : 0);
        if (inputs != a.extents().get(1)) {
            throw new NotReadable(
                    "B has the shape " + b.extents() + ", and A " + a.extents(), "Export the model again.");
        }
        DenseLayers.Weights weights =
                (input, unit) -> alpha * b.get(transposeB ? unit * inputs + input : input * units + unit);
        if (alpha != 1 && b.format().isPresent()) {
            throw new NotReadable("attribute alpha is " + alpha + " together with quantized weights", "Set it to 1.");
        }
        Signal out = DenseLayers.add(node, network, a, 1, units, weights, bias(node.optional(2, "C"), beta, units));
        network.trainedFor(out.value(), b.format());
        return out;
    }

    private static double[] bias(Optional<Tensor> c, double beta, int units) {
        if (c.isEmpty()) {
            return new double[0];
        }
        Tensor values = c.get();
        values.floats("C");
        int last = values.rank() == 0 ? 1 : values.extent(values.rank() - 1);
        if (values.size() != last || (last != units && last != 1) || values.rank() > RANK) {
            throw new NotReadable(
                    "C has the shape " + values.extents(), "One value per output is needed: " + units + ".");
        }
        double[] bias = new double[units];
        for (int unit = 0; unit < units; unit++) {
            bias[unit] = beta * values.get(last == 1 ? 0 : unit);
        }
        return bias;
    }
}
