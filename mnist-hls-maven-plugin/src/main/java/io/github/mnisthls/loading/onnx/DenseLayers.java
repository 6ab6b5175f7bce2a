/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Dense layers, whose inputs are put into the order channel, row, column. */
final class DenseLayers {
    private DenseLayers() {}

    /** One weight of the file's matrix. */
    interface Weights {
        double at(int input, int unit);
    }

    /**
     * Adds a layer.
     *
     * @param axis of the input that is multiplied; the output has the same axes, with the units there
     * @param bias of each unit; empty if there is none
     */
    static Signal add(
            OnnxNode node, LayerCollector network, Signal in, int axis, int units, Weights weights, double... bias) {
        if (!in.isVectorOn(axis)) {
            throw new NotReadable(
                    "its input has the shape " + in.extents() + ", which is more than one vector per image",
                    "Flatten it before, or use a convolution of 1x1.");
        }
        Shape shape = in.shape();
        float[] ordered = new float[Math.multiplyExact(units, shape.size())];
        int plane = shape.height() * shape.width();
        for (int i = 0; i < shape.size(); i++) {
            int source = in.index(axis, i / plane, i % plane / shape.width(), i % shape.width());
            for (int unit = 0; unit < units; unit++) {
                ordered[unit * shape.size() + i] = (float) weights.at(source, unit);
            }
        }
        Map<String, FloatVector> trained = new TreeMap<>(Map.of(ParameterSpec.WEIGHTS, FloatVector.of(ordered)));
        if (bias.length > 0) {
            float[] floats = new float[units];
            for (int unit = 0; unit < units; unit++) {
                floats[unit] = (float) bias[unit];
            }
            trained.put(ParameterSpec.BIAS, FloatVector.of(floats));
        }
        int value = network.add(node, name -> new Dense(name, units, bias.length > 0), trained, List.of(in.value()));
        Signal out = in.of(value, network.shape(value));
        return out.with(IntStream.range(0, in.rank())
                .mapToObj(i -> i != axis ? in.axes().get(i) : units > 1 ? List.of(Axis.CHANNEL) : List.<Axis>of())
                .toList());
    }
}
