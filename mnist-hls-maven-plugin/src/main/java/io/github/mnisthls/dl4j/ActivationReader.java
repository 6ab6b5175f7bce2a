/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Reads activation functions, which in DL4J are layers or belong to layers. */
final class ActivationReader {
    /** DL4J's hard sigmoid is that of Keras 2. */
    static final double HARD_SIGMOID_SLOPE = 0.2;

    static final double HARD_SIGMOID_OFFSET = 0.5;
    static final double RELU6_MAX = 6;

    private final ReadGraph graph;
    private final Map<Class<?>, Function<IActivation, Found>> kinds = new HashMap<>();

    ActivationReader(ReadGraph graph) {
        this.graph = graph;
        on(ActivationReLU.class, ActivationReader::rectifier);
        on(ActivationReLU6.class, relu6 -> new Found("relu", name -> new Clip(name, 0, RELU6_MAX)));
        on(ActivationLReLU.class, leaky -> new Found("relu", name -> new LeakyRelu(name, leaky.getAlpha())));
        on(ActivationSigmoid.class, sigmoid -> new Found("sigmoid", Sigmoid::new));
        on(ActivationTanH.class, tanh -> new Found("tanh", Tanh::new));
        on(ActivationHardTanH.class, tanh -> new Found("tanh", name -> new Clip(name, -1, 1)));
        on(
                ActivationHardSigmoid.class,
                sigmoid ->
                        new Found("sigmoid", name -> new HardSigmoid(name, HARD_SIGMOID_SLOPE, HARD_SIGMOID_OFFSET)));
    }

    /**
     * What an activation is here.
     *
     * @param kind   for a name where the file has none
     * @param create with a name
     */
    private record Found(String kind, Function<String, Layer> create) {}

    private <A> void on(Class<A> type, Function<A, Found> found) {
        kinds.put(type, activation -> found.apply(type.cast(activation)));
    }

    /** DL4J's rectifier has three numbers, as that of Keras. */
    private static Found rectifier(ActivationReLU relu) {
        double slope = relu.getNegativeSlope() == null ? 0 : relu.getNegativeSlope();
        if (relu.getThreshold() != null && relu.getThreshold() != 0) {
            throw Refusal.unsupported("threshold of relu", relu.getThreshold(), "0");
        }
        if (relu.getMax() == null) {
            return new Found("relu", name -> slope == 0 ? new Relu(name) : new LeakyRelu(name, slope));
        }
        if (slope != 0) {
            throw Refusal.unsupported("negativeSlope of relu with max", slope, "0, or no max");
        }
        return new Found("relu", name -> new Clip(name, 0, relu.getMax()));
    }

    /**
     * Adds an activation, and gives the number of its value.
     *
     * @param name in the file; null if it has none
     * @param last whether this gives the network's output: softmax is left out there, for the logits say the same
     */
    int read(IActivation activation, String name, int from, boolean last) {
        if (activation instanceof ActivationIdentity || (last && activation instanceof ActivationSoftmax)) {
            return from;
        }
        Function<IActivation, Found> kind = kinds.get(activation.getClass());
        if (kind == null) {
            throw Refusal.unsupported(
                    "activation",
                    activation,
                    "identity, relu, relu6, leakyrelu, sigmoid, tanh, hardsigmoid, hardtanh, and softmax at the end");
        }
        Found found = kind.apply(activation);
        return graph.add(found.create().apply(graph.names().next(found.kind(), name)), from);
    }
}
