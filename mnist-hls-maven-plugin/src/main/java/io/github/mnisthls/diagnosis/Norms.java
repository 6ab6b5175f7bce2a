/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The batch normalizations of a network. */
final class Norms {
    private final Network network;
    private final List<BatchNorm> layers;

    Norms(Network network) {
        this.network = network;
        this.layers = network.architecture().layers().stream()
                .flatMap(layer -> layer.accept(new Find()).stream())
                .toList();
    }

    /** Whether there are any. */
    boolean exist() {
        return !layers.isEmpty();
    }

    /** The value that is added to the variances in the first of them. */
    double epsilon() {
        return layers.get(0).epsilon();
    }

    /** Whether none has been trained: all scales are 1, all shifts 0. */
    boolean areUntouched() {
        return exist()
                && layers.stream().map(network::norm).allMatch(norm -> isAll(norm.gamma(), 1) && isAll(norm.beta(), 0));
    }

    private static boolean isAll(FloatVector values, float value) {
        return IntStream.range(0, values.size()).allMatch(i -> values.get(i) == value);
    }

    /** The network with another epsilon in all of them. */
    Network withEpsilon(double epsilon) {
        Architecture architecture = network.architecture();
        List<Node> nodes = architecture.nodes().stream()
                .map(node -> new Node(
                        node.layer()
                                .accept(new Find())
                                .<Layer>map(norm -> new BatchNorm(norm.name(), epsilon))
                                .orElse(node.layer()),
                        node.inputs()))
                .toList();
        return new Network(
                new Architecture(
                        architecture.name(), architecture.input(), architecture.pixels(), nodes, architecture.output()),
                network.parameters());
    }

    private static final class Find implements Layer.PartialVisitor<Optional<BatchNorm>> {
        @Override
        public Optional<BatchNorm> other(Layer layer) {
            return Optional.empty();
        }

        @Override
        public Optional<BatchNorm> batchNorm(BatchNorm layer) {
            return Optional.of(layer);
        }
    }
}
