/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.Quantize;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.EditableGraph.Item;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Says layers in terms of others, so that fewer kinds have to be computed in integers: a hard sigmoid is a scale, a shift
 * and a clip; more than two inputs are joined two by two.
 */
final class SimplerLayers implements Layer.PartialVisitor<Boolean>, ElementwiseLayer.Visitor<Boolean> {
    private static final String PART = "_part";
    private static final Pattern PARTS = Pattern.compile(".*" + PART + "\\d+");

    private final EditableGraph graph;
    private final Item item;

    private SimplerLayers(EditableGraph graph, Item item) {
        this.graph = graph;
        this.item = item;
    }

    static EditableGraph of(EditableGraph graph) {
        graph.items().forEach(item -> item.layer().accept(new SimplerLayers(graph, item)));
        return graph;
    }

    /** Whether a layer is part of a larger sum or join, which is rounded only at its end. */
    static boolean isPart(Layer layer) {
        return PARTS.matcher(layer.name()).matches();
    }

    @Override
    public Boolean other(Layer layer) {
        return false;
    }

    @Override
    public Boolean add(Add layer) {
        return joinTwoByTwo(Add::new);
    }

    @Override
    public Boolean concat(Concat layer) {
        return joinTwoByTwo(Concat::new);
    }

    private boolean joinTwoByTwo(Function<String, Layer> join) {
        int part = 1;
        while (item.inputs().size() > 2) {
            String name = item.layer().name() + PART + part++;
            if (!graph.isTaken(name)) {
                graph.joinFirstInputs(item, join.apply(name), 2);
            }
        }
        return part > 1;
    }

    @Override
    public Boolean elementwise(ElementwiseLayer layer) {
        return layer.acceptFunction(this);
    }

    @Override
    public Boolean hardSigmoid(HardSigmoid layer) {
        float[] slopes = new float[item.shape().channels()];
        float[] offsets = new float[slopes.length];
        Arrays.fill(slopes, (float) layer.inputSlope());
        Arrays.fill(offsets, (float) layer.offset());
        item.become(
                new DepthwiseConv2d(layer.name(), 1, Window.square(1, 1), true),
                new AffineParameters(FloatVector.of(slopes), FloatVector.of(offsets)));
        String name = layer.name() + "_ends";
        while (graph.isTaken(name)) {
            name += "_";
        }
        graph.insertBehind(item, new Clip(name, 0, 1));
        return true;
    }

    @Override
    public Boolean relu(Relu layer) {
        return false;
    }

    @Override
    public Boolean clip(Clip layer) {
        return false;
    }

    @Override
    public Boolean leakyRelu(LeakyRelu layer) {
        return false;
    }

    @Override
    public Boolean sigmoid(Sigmoid layer) {
        return false;
    }

    @Override
    public Boolean tanh(Tanh layer) {
        return false;
    }

    @Override
    public Boolean quantize(Quantize layer) {
        return false;
    }
}
