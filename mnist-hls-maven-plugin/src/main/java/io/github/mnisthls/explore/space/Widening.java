/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Node;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a network wider or narrower: convolutions and dense layers get more or fewer outputs, but for those that give the
 * logits.
 *
 * @param factor above 0
 */
public record Widening(double factor) {
    /** The network with other widths. */
    public Architecture of(Architecture architecture) {
        int logits = lastWithWeights(architecture);
        List<Node> nodes = IntStream.range(0, architecture.nodes().size())
                .mapToObj(i -> i == logits
                        ? architecture.nodes().get(i)
                        : widened(architecture.nodes().get(i)))
                .toList();
        return new Architecture(
                architecture.name(), architecture.input(), architecture.pixels(), nodes, architecture.output());
    }

    private static int lastWithWeights(Architecture architecture) {
        WithOutputs kept = new WithOutputs(1);
        return IntStream.range(0, architecture.nodes().size())
                .filter(i -> architecture.nodes().get(i).layer().accept(kept) != null)
                .reduce(-1, (before, last) -> last);
    }

    private Node widened(Node node) {
        Layer layer = node.layer().accept(new WithOutputs(factor));
        return layer == null ? node : new Node(layer, node.inputs());
    }

    /** Gives a layer other outputs; null for one that has as many as it takes. */
    private record WithOutputs(double factor) implements Layer.PartialVisitor<Layer> {
        @Override
        public Layer other(Layer layer) {
            return null;
        }

        @Override
        public Layer conv2d(Conv2d layer) {
            return new Conv2d(layer.name(), outputs(layer.filters()), layer.window(), layer.bias());
        }

        @Override
        public Layer dense(Dense layer) {
            return new Dense(layer.name(), outputs(layer.units()), layer.bias());
        }

        private int outputs(int before) {
            return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.round(before * factor)));
        }
    }
}
