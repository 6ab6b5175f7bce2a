/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.EditableGraph.Item;
import io.github.mnisthls.settings.InvalidSettingException;

/**
 * Takes every batch normalization, dropout and layer that the logits do not depend on out of a network. What is left
 * computes the same, but for the rounding of float32.
 *
 * <p>A normalization goes into the weights of the layer before it, where nothing else takes that layer's values; else into
 * those of the layer behind it; else it becomes a scale and a shift per channel, a {@link DepthwiseConv2d} with a window
 * of one value. Weights that were trained for a format are never scaled.
 */
public final class FoldBatchNorm {
    private final EditableGraph graph;

    private FoldBatchNorm(EditableGraph graph) {
        this.graph = graph;
    }

    /**
     * The network without batch normalization and dropout.
     *
     * @throws InvalidSettingException if a normalization divides by zero; names it
     */
    public static Network fold(Network network) {
        EditableGraph graph = new EditableGraph(network);
        graph.items().forEach(item -> item.layer().accept(new Prepare(graph, network, item)));
        FoldBatchNorm fold = new FoldBatchNorm(graph);
        for (Item item : graph.items()) {
            ChannelScale scale = item.layer().accept(new ScaleOf(network));
            if (scale != null) {
                fold.fold(item, scale);
            }
        }
        return SimplerLayers.of(graph).toNetwork();
    }

    private void fold(Item norm, ChannelScale scale) {
        if (foldBackward(norm, scale) || foldForward(norm, scale)) {
            graph.remove(norm);
            return;
        }
        norm.become(new DepthwiseConv2d(norm.layer().name(), 1, Window.square(1, 1), true), scale.asParameters());
    }

    private boolean foldBackward(Item norm, ChannelScale scale) {
        Item before = norm.input();
        while (!before.isImage() && graph.hasOneReader(before) && takes(before, scale)) {
            switch (before.layer().accept(new Behind(before, scale))) {
                case TAKES_UP -> {
                    before.become(before.layer(), scale.behind(before.affine()));
                    return true;
                }
                case LETS_PASS -> before = before.input();
                case STOPS -> {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean takes(Item item, ChannelScale scale) {
        return scale.isShift() || !graph.keepsWeights(item);
    }

    private boolean foldForward(Item norm, ChannelScale scale) {
        Item at = norm;
        while (graph.hasOneReader(at)) {
            Item reader = graph.readers(at).get(0);
            if (takes(reader, scale) && reader.layer().accept(new Ahead(norm, reader, scale))) {
                return true;
            }
            if (!reader.layer().accept(new IsFlatten())) {
                return false;
            }
            at = reader;
        }
        return false;
    }

    /** Gives weights a bias, for what a normalization may add, and takes dropout out. */
    private record Prepare(EditableGraph graph, Network network, Item item) implements Layer.PartialVisitor<Boolean> {
        @Override
        public Boolean other(Layer layer) {
            return false;
        }

        @Override
        public Boolean conv2d(Conv2d layer) {
            item.become(new Conv2d(layer.name(), layer.filters(), layer.window()), network.affine(layer));
            return true;
        }

        @Override
        public Boolean depthwiseConv2d(DepthwiseConv2d layer) {
            item.become(
                    new DepthwiseConv2d(layer.name(), layer.multiplier(), layer.window(), true), network.affine(layer));
            return true;
        }

        @Override
        public Boolean dense(Dense layer) {
            item.become(new Dense(layer.name(), layer.units()), network.affine(layer));
            return true;
        }

        @Override
        public Boolean dropout(Dropout layer) {
            graph.remove(item);
            return true;
        }
    }

    /** The scale of a normalization; null of others. */
    private record ScaleOf(Network network) implements Layer.PartialVisitor<ChannelScale> {
        @Override
        public ChannelScale other(Layer layer) {
            return null;
        }

        @Override
        public ChannelScale batchNorm(BatchNorm layer) {
            return ChannelScale.of(layer, network.norm(layer));
        }
    }

    private record IsFlatten() implements Layer.PartialVisitor<Boolean> {
        @Override
        public Boolean other(Layer layer) {
            return false;
        }

        @Override
        public Boolean flatten(Flatten layer) {
            return true;
        }
    }

    private enum Passage {
        TAKES_UP,
        LETS_PASS,
        STOPS
    }

    /** What a scale and a shift behind a layer can do: be taken up, be moved before it, or neither. */
    private record Behind(Item item, ChannelScale scale) implements Layer.PartialVisitor<Passage> {
        @Override
        public Passage other(Layer layer) {
            return Passage.STOPS;
        }

        @Override
        public Passage conv2d(Conv2d layer) {
            return Passage.TAKES_UP;
        }

        @Override
        public Passage depthwiseConv2d(DepthwiseConv2d layer) {
            return Passage.TAKES_UP;
        }

        @Override
        public Passage dense(Dense layer) {
            return Passage.TAKES_UP;
        }

        @Override
        public Passage maxPool(MaxPool layer) {
            return scale.isPositive() ? Passage.LETS_PASS : Passage.STOPS;
        }

        /** The padding's zeros would have to be shifted too. */
        @Override
        public Passage averagePool(AveragePool layer) {
            boolean isOfValues = layer.window().padding().isNone() || !layer.countPadding();
            return isOfValues ? Passage.LETS_PASS : Passage.STOPS;
        }

        @Override
        public Passage globalAveragePool(GlobalAveragePool layer) {
            return Passage.LETS_PASS;
        }

        /** A vector's features have scales of their own, which an image's channels have not. */
        @Override
        public Passage flatten(Flatten layer) {
            return item.input().shape().isVector() ? Passage.LETS_PASS : Passage.STOPS;
        }

        @Override
        public Passage crop(Crop layer) {
            return Passage.LETS_PASS;
        }

        @Override
        public Passage upsample(Upsample layer) {
            return Passage.LETS_PASS;
        }

        @Override
        public Passage dropout(Dropout layer) {
            return Passage.LETS_PASS;
        }
    }

    /** Whether the layer behind a normalization took it up; padding is zero, which is not shifted. */
    private record Ahead(Item norm, Item reader, ChannelScale scale) implements Layer.PartialVisitor<Boolean> {
        @Override
        public Boolean other(Layer layer) {
            return false;
        }

        @Override
        public Boolean dense(Dense layer) {
            int area = norm.shape().height() * norm.shape().width();
            reader.become(layer, scale.before(reader.affine(), area));
            return true;
        }

        @Override
        public Boolean conv2d(Conv2d layer) {
            if (!layer.window().padding().isNone()) {
                return false;
            }
            reader.become(layer, scale.before(reader.affine(), layer.window().area()));
            return true;
        }

        @Override
        public Boolean depthwiseConv2d(DepthwiseConv2d layer) {
            if (!layer.window().padding().isNone()) {
                return false;
            }
            reader.become(layer, scale.beforeDepthwise(reader.affine(), layer.multiplier()));
            return true;
        }
    }
}
