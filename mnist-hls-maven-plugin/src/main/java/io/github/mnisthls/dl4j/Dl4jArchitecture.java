/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Writes an architecture as a DL4J configuration whose outputs are the softmax of the logits. */
final class Dl4jArchitecture {
    private static final String IMAGE = "input";

    private final Architecture architecture;
    private final Dl4jNames names;

    private Dl4jArchitecture(Architecture architecture) {
        this.architecture = architecture;
        this.names = new Dl4jNames(architecture);
    }

    /**
     * The configuration of a chain.
     *
     * @throws NoCounterpartException if DL4J cannot compute a layer
     */
    static MultiLayerConfiguration chain(Architecture architecture) {
        ChainTarget target = new ChainTarget(common());
        new Dl4jArchitecture(architecture).write(target, IMAGE);
        return target.build(type(architecture.input()));
    }

    /**
     * The configuration of a graph.
     *
     * @throws NoCounterpartException if DL4J cannot compute a layer
     */
    static ComputationGraphConfiguration graph(Architecture architecture) {
        Dl4jArchitecture result = new Dl4jArchitecture(architecture);
        String image = result.names.free(IMAGE);
        GraphTarget target = new GraphTarget(common(), image, type(architecture.input()));
        return target.build(result.write(target, image));
    }

    private static NeuralNetConfiguration.Builder common() {
        // A fixed seed, since the default is the clock and would make every model file another one.
        return new NeuralNetConfiguration.Builder().seed(0).dataType(DataType.FLOAT);
    }

    private static InputType type(Shape input) {
        return input.isVector()
                ? InputType.feedForward(input.channels())
                : InputType.convolutional(input.height(), input.width(), input.channels());
    }

    /** Writes all layers, and gives the name of what gives the output. */
    private String write(Dl4jTarget target, String image) {
        Shape input = architecture.input();
        List<Dl4jValue> values = new ArrayList<>();
        values.add(input.isVector() ? Dl4jValue.vector(image, input) : Dl4jValue.image(image, input));
        Dl4jEmitter emitter = new Dl4jEmitter(target, names);
        boolean hasSoftmax = false;
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Node node = architecture.nodes().get(i);
            List<Dl4jValue> inputs = node.inputs().stream().map(values::get).toList();
            boolean last = i + 1 == architecture.output()
                    && architecture.readers(i + 1).isEmpty();
            Dl4jLayerWriter writer = new Dl4jLayerWriter(emitter, inputs, last);
            values.add(node.layer().accept(writer));
            hasSoftmax = writer.hasWrittenSoftmax();
        }
        Dl4jValue logits = values.get(architecture.output());
        return hasSoftmax ? logits.name() : addSoftmax(emitter, logits).name();
    }

    private Dl4jValue addSoftmax(Dl4jEmitter emitter, Dl4jValue logits) {
        return emitter.onVector(
                names.free("softmax"),
                new LossLayer.Builder(LossFunction.MCXENT)
                        .activation(Activation.SOFTMAX)
                        .build(),
                logits,
                logits.shape());
    }
}
