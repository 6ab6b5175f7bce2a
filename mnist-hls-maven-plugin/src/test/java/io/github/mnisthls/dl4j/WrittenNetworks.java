/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import java.util.ArrayList;
import java.util.List;

/** Graphs of all that DL4J has a layer for. */
final class WrittenNetworks {
    private static final Window SAME = new Window(3, 3, 1, 1, Padding.of(1));

    private final List<Node> nodes = new ArrayList<>();

    private WrittenNetworks() {}

    private int node(Layer layer, Integer... inputs) {
        nodes.add(new Node(layer, List.of(inputs)));
        return nodes.size();
    }

    private Architecture build(String name, Shape input) {
        return new Architecture(name, input, PixelScaling.UNIT, nodes);
    }

    /** Differentiable everywhere; a layer is called as DL4J's input would be. */
    static Architecture smooth() {
        WrittenNetworks graph = new WrittenNetworks();
        int conv = graph.node(new Conv2d("input", 3, new Window(3, 2, 1, 1, 1, 2, new Padding(1, 1, 0, 2)), false), 0);
        int norm = graph.node(new BatchNorm("norm", 1e-5), conv);
        int tanh = graph.node(new Tanh("tanh"), norm);
        int depthwise = graph.node(
                new DepthwiseConv2d("depthwise", 2, new Window(2, 3, 2, 1, 1, 1, new Padding(1, 0, 1, 1)), true), tanh);
        int pool = graph.node(new AveragePool("pool", new Window(3, 3, 2, 1, Padding.of(1)), false), tanh);
        int counted = graph.node(new AveragePool("counted", new Window(3, 3, 2, 1, Padding.of(1)), true), tanh);
        int uneven = graph.node(new AveragePool("uneven", new Window(2, 3, 2, 1, new Padding(1, 0, 0, 2)), true), tanh);
        int joined = graph.node(new Concat("joined"), pool, depthwise, counted, uneven);
        int sigmoid = graph.node(new Sigmoid("sigmoid"), joined);
        int mixed = graph.node(new Conv2d("mixed", 5, SAME), sigmoid);
        int sum = graph.node(new Add("sum"), mixed, mixed, mixed);
        int mean = graph.node(new GlobalAveragePool("mean"), sum);
        graph.node(new Dense("dense", 4, false), mean);
        return graph.build("smooth", new Shape(2, 7, 6));
    }

    /** With kinks: rectifiers of every kind, one on a value that another layer takes too; ends in no dense layer. */
    static Architecture kinked() {
        WrittenNetworks graph = new WrittenNetworks();
        int conv = graph.node(new Conv2d("conv", 4, SAME), 0);
        int prelu = graph.node(new Prelu("prelu"), conv);
        int leaky = graph.node(new LeakyRelu("leaky", 0.2), conv);
        int sum = graph.node(new Add("sum"), conv, prelu, leaky);
        int relu6 = graph.node(new Clip("relu6", 0, 6), sum);
        int low = graph.node(new Clip("low", 0, 0.5), sum);
        int hard = graph.node(new HardSigmoid("hard", 0.2, 0.5), sum);
        int hardTanh = graph.node(new Clip("hardTanh", -1, 1), sum);
        int joined = graph.node(new Concat("joined"), relu6, low, hard, hardTanh);
        int pool = graph.node(new MaxPool("pool", new Window(3, 3, 2, 2, Padding.of(1))), joined);
        int same = graph.node(new MaxPool("same", new Window(2, 2, 1, 1, new Padding(0, 1, 0, 1))), pool);
        int pad = graph.node(new ZeroPad("pad", new Padding(1, 0, 0, 2)), same);
        int crop = graph.node(new Crop("crop", new Padding(0, 2, 1, 0)), pad);
        int up = graph.node(new Upsample("up", 2, 3), crop);
        int last = graph.node(new Conv2d("last", 4, Window.square(3, 2)), up);
        graph.node(new GlobalAveragePool("logits"), last);
        return graph.build("kinked", new Shape(2, 7, 6));
    }

    /** Images that become vectors in several places; the logits are a sum. */
    static Architecture vectors() {
        WrittenNetworks graph = new WrittenNetworks();
        int conv = graph.node(new Conv2d("conv", 3, SAME), 0);
        int flat = graph.node(new Flatten("flat"), conv);
        int norm = graph.node(new BatchNorm("norm", 1e-3), flat);
        int flatImage = graph.node(new Flatten("flatImage"), 0);
        int joined = graph.node(new Concat("joined"), norm, flatImage);
        int prelu = graph.node(new Prelu("prelu"), joined);
        int one = graph.node(new Dense("one", 4), prelu);
        int whole = graph.node(new Conv2d("whole", 4, new Window(5, 4, 1, 1, Padding.NONE)), conv);
        int relu = graph.node(new Relu("relu"), flat);
        int three = graph.node(new Dense("three", 4, false), relu);
        graph.node(new Add("logits"), one, whole, three);
        return graph.build("vectors", new Shape(2, 5, 4));
    }
}
