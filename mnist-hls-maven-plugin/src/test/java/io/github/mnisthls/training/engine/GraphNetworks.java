/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import java.util.ArrayList;
import java.util.List;

/** Small networks whose values are used more than once. */
final class GraphNetworks {
    private static final Window SAME = new Window(3, 3, 1, 1, Padding.of(1));

    private final List<Node> nodes = new ArrayList<>();

    private GraphNetworks() {}

    private int node(Layer layer, Integer... inputs) {
        nodes.add(new Node(layer, List.of(inputs)));
        return nodes.size();
    }

    private Architecture build(String name, Shape input) {
        return new Architecture(name, input, PixelScaling.UNIT, nodes);
    }

    /**
     * Differentiable everywhere: the image and two other values are used three times, one of them twice by one layer. The
     * dropout must not take the place of the sigmoid's results, whose slope depends on them.
     */
    static Architecture smooth() {
        GraphNetworks graph = new GraphNetworks();
        int conv = graph.node(new Conv2d("conv", 2, SAME, false), 0);
        int sum = graph.node(new Add("sum"), conv, 0, conv);
        int norm = graph.node(new BatchNorm("norm", 1e-5), sum);
        int tanh = graph.node(new Tanh("tanh"), norm);
        int depthwise = graph.node(
                new DepthwiseConv2d("depthwise", 2, new Window(2, 3, 2, 1, new Padding(0, 1, 1, 1)), true), tanh);
        int pool = graph.node(new AveragePool("pool", new Window(3, 3, 2, 1, new Padding(1, 1, 1, 1)), false), tanh);
        int joined = graph.node(new Concat("joined"), pool, depthwise, pool);
        int sigmoid = graph.node(new Sigmoid("sigmoid"), joined);
        int drop = graph.node(new Dropout("drop", 0.25), sigmoid);
        int pad = graph.node(new ZeroPad("pad", new Padding(0, 1, 0, 2)), drop);
        int crop = graph.node(new Crop("crop", new Padding(2, 0, 1, 2)), conv);
        int up = graph.node(new Upsample("up", 1, 2), crop);
        int flat = graph.node(new Flatten("flat"), up);
        int norm2 = graph.node(new BatchNorm("norm2", 1e-5), pad);
        int left = graph.node(new Dense("left", 4, false), norm2);
        int right = graph.node(new Dense("right", 4), flat);
        int mean = graph.node(new GlobalAveragePool("mean"), joined);
        int third = graph.node(new Dense("third", 4), mean);
        graph.node(new Add("logits"), left, right, third);
        return graph.build("smooth", new Shape(2, 5, 4));
    }

    /** Two residual blocks; in the second, a rectifier and dropout take values that others take too. */
    static Architecture residual() {
        GraphNetworks graph = new GraphNetworks();
        int first = graph.node(new BatchNorm("norm0", 1e-5), 0);
        int relu0 = graph.node(new Relu("relu0"), first);
        int conv1 = graph.node(new Conv2d("conv1", 2, SAME, false), relu0);
        int norm1 = graph.node(new BatchNorm("norm1", 1e-5), conv1);
        int sum1 = graph.node(new Add("sum1"), norm1, relu0);
        int relu1 = graph.node(new Relu("relu1"), sum1);
        int drop1 = graph.node(new Dropout("drop1", 0.25), sum1);
        int conv2 = graph.node(new Conv2d("conv2", 3, new Window(3, 3, 2, 2, Padding.of(1))), relu1);
        int conv3 = graph.node(new Conv2d("conv3", 3, new Window(1, 1, 2, 2, Padding.NONE)), drop1);
        int sum2 = graph.node(new Add("sum2"), conv2, conv3);
        int relu2 = graph.node(new Relu("relu2"), sum2);
        int mean = graph.node(new GlobalAveragePool("mean"), relu2);
        graph.node(new Dense("dense", 4), mean);
        return graph.build("residual", new Shape(2, 7, 6));
    }

    /** Pixels from -1 to 1 and, in the second channel, as a data set's mean and deviation have it; nothing reads a branch. */
    static Architecture scaled() {
        GraphNetworks graph = new GraphNetworks();
        int conv = graph.node(new Conv2d("conv", 3, SAME), 0);
        int relu = graph.node(new Relu("relu"), conv);
        int unread = graph.node(new Conv2d("unread", 2, SAME), relu);
        graph.node(new BatchNorm("unreadNorm", 1e-5), unread);
        int mean = graph.node(new GlobalAveragePool("mean"), relu);
        int dense = graph.node(new Dense("dense", 4), mean);
        PixelScaling pixels = new PixelScaling(List.of(0.5, 0.1307), List.of(2.0, 1 / 0.3081));
        return new Architecture("scaled", new Shape(2, 7, 6), pixels, graph.nodes, dense);
    }
}
