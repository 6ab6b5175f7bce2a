/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RandomNetworks.Sample;
import java.util.List;
import java.util.Map;

/** Two blocks: a shortcut past two convolutions, and one through a convolution with stride beside two others. */
public final class ResidualNetwork {
    private ResidualNetwork() {}

    /** For images of 28 x 28, with random weights. */
    public static QuantizedNetwork quantized(String precision) {
        Window same = new Window(3, 3, 1, 1, Padding.of(1));
        List<Node> nodes = List.of(
                new Node(new Conv2d("stem", 4, same), List.of(0)),
                new Node(new Relu("relu0"), List.of(1)),
                new Node(new Conv2d("conv1", 4, same), List.of(2)),
                new Node(new Relu("relu1"), List.of(3)),
                new Node(new Conv2d("conv2", 4, same), List.of(4)),
                new Node(new Add("sum1"), List.of(5, 2)),
                new Node(new Relu("relu2"), List.of(6)),
                new Node(new Conv2d("conv3", 6, new Window(3, 3, 2, 2, Padding.of(1))), List.of(7)),
                new Node(new Relu("relu3"), List.of(8)),
                new Node(new Conv2d("conv4", 6, same), List.of(9)),
                new Node(new Conv2d("shortcut", 6, new Window(1, 1, 2, 2, Padding.NONE)), List.of(7)),
                new Node(new Add("sum2"), List.of(10, 11)),
                new Node(new GlobalAveragePool("mean"), List.of(12)),
                new Node(new Dense("dense", 10), List.of(13)));
        Architecture architecture = new Architecture("residual", new Shape(1, 28, 28), PixelScaling.UNIT, nodes);
        return new Sample(1, architecture, Map.of("*", precision)).quantized();
    }
}
