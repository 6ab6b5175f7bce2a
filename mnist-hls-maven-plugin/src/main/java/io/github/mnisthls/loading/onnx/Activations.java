/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import java.util.List;
import java.util.Map;

/** Functions of each value by itself, which do not care how a tensor lies. */
final class Activations {
    private static final double LEAKY_SLOPE = 0.01;
    private static final double HARD_SLOPE = 0.2;
    private static final int CLIP_INPUTS_SINCE = 11;

    static final Map<String, Operator> ALL = Map.of(
            "Relu", (node, network) -> add(node, network, Relu::new),
            "Sigmoid", (node, network) -> add(node, network, Sigmoid::new),
            "Tanh", (node, network) -> add(node, network, Tanh::new),
            "LeakyRelu", Activations::leaky,
            "HardSigmoid", Activations::hardSigmoid,
            "Clip", Activations::clip,
            "PRelu", Activations::prelu);

    private Activations() {}

    private static Signal add(OnnxNode node, LayerCollector network, LayerCollector.Named maker) {
        Signal in = node.signal(0);
        return in.of(network.add(node, maker, in.value()), in.shape());
    }

    private static Signal leaky(OnnxNode node, LayerCollector network) {
        double slope = node.attributes().number("alpha", LEAKY_SLOPE);
        return add(node, network, name -> new LeakyRelu(name, slope));
    }

    private static Signal hardSigmoid(OnnxNode node, LayerCollector network) {
        double slope = node.attributes().number("alpha", HARD_SLOPE);
        double offset = node.attributes().number("beta", HardSigmoid.DEFAULT_OFFSET);
        return add(node, network, name -> new HardSigmoid(name, slope, offset));
    }

    private static Signal clip(OnnxNode node, LayerCollector network) {
        double lowest;
        double highest;
        if (node.opset() < CLIP_INPUTS_SINCE) {
            lowest = node.attributes().number("min", -Float.MAX_VALUE);
            highest = node.attributes().number("max", Float.MAX_VALUE);
        } else {
            lowest = bound(node, 1, "min", -Float.MAX_VALUE);
            highest = bound(node, 2, "max", Float.MAX_VALUE);
        }
        if (lowest == 0 && highest >= Float.MAX_VALUE) {
            return add(node, network, Relu::new);
        }
        if (lowest <= -Float.MAX_VALUE || highest >= Float.MAX_VALUE) {
            throw new NotReadable("min is " + lowest + " and max " + highest, "Give both, or use Relu.");
        }
        return add(node, network, name -> new Clip(name, lowest, highest));
    }

    private static double bound(OnnxNode node, int index, String what, double otherwise) {
        return node.optional(index, what).map(value -> value.scalar(what)).orElse(otherwise);
    }

    private static Signal prelu(OnnxNode node, LayerCollector network) {
        Signal in = node.signal(0);
        double[] slopes = Channels.spread("slope", node.constant(1, "slope"), in);
        int target = Channels.target(node, network, in, slopes.length);
        double[] fit = Channels.fit(slopes, network.shape(target).channels());
        int value = network.add(
                node, Prelu::new, Map.of(ParameterSpec.SLOPE, Tensor.floats("slope", fit)), List.of(target));
        return in.of(value, in.shape());
    }
}
