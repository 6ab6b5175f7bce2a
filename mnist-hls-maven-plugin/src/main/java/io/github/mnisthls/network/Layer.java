/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.List;
import java.util.Optional;

/**
 * One layer of a float network: what it computes and how large, without its trained values. Who must tell kinds of layers
 * apart implements {@link Visitor}, so that the compiler names every place that a new kind has to be thought of.
 */
public sealed interface Layer permits UnaryLayer, Add, Concat {
    /** Unique in the network; a letter followed by letters, digits and underscores. */
    String name();

    /**
     * Shape of the output for these inputs.
     *
     * @throws InvalidSettingException if the layer cannot take such inputs
     */
    Shape outputShape(List<Shape> inputs);

    /** Multiply-accumulates per image. */
    default long macs(List<Shape> inputs) {
        return 0;
    }

    /** The trained values that it has, in the order in which files hold them. */
    default List<ParameterSpec> parameters(List<Shape> inputs) {
        return List.of();
    }

    /** Number of trained values, including the running statistics of a batch normalization. */
    default int parameterCount(List<Shape> inputs) {
        return parameters(inputs).stream().mapToInt(ParameterSpec::size).sum();
    }

    /** The same layer with a trained bias, if it is of a kind that can have one. */
    default Optional<Layer> withBias() {
        return Optional.empty();
    }

    /** Has the visitor do what it does with layers of this kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * What somebody does with each kind of layer.
     *
     * @param <R> what comes of it
     */
    interface Visitor<R> {
        R conv2d(Conv2d layer);

        R depthwiseConv2d(DepthwiseConv2d layer);

        R dense(Dense layer);

        R batchNorm(BatchNorm layer);

        /** A function of each value by itself; {@link ElementwiseLayer.Visitor} tells them apart. */
        R elementwise(ElementwiseLayer layer);

        R prelu(Prelu layer);

        R maxPool(MaxPool layer);

        R averagePool(AveragePool layer);

        R globalAveragePool(GlobalAveragePool layer);

        R flatten(Flatten layer);

        R dropout(Dropout layer);

        R zeroPad(ZeroPad layer);

        R crop(Crop layer);

        R upsample(Upsample layer);

        R add(Add layer);

        R concat(Concat layer);
    }

    /**
     * Looks for some kinds of layers, where for all others, whatever may come, one answer is right: that they are none of
     * those looked for. Who would have to think of a new kind implements {@link Visitor} itself.
     *
     * @param <R> the answer
     */
    interface PartialVisitor<R> extends Visitor<R> {
        /** The answer for all kinds that are not looked for. */
        R other(Layer layer);

        @Override
        default R conv2d(Conv2d layer) {
            return other(layer);
        }

        @Override
        default R depthwiseConv2d(DepthwiseConv2d layer) {
            return other(layer);
        }

        @Override
        default R dense(Dense layer) {
            return other(layer);
        }

        @Override
        default R batchNorm(BatchNorm layer) {
            return other(layer);
        }

        @Override
        default R elementwise(ElementwiseLayer layer) {
            return other(layer);
        }

        @Override
        default R prelu(Prelu layer) {
            return other(layer);
        }

        @Override
        default R maxPool(MaxPool layer) {
            return other(layer);
        }

        @Override
        default R averagePool(AveragePool layer) {
            return other(layer);
        }

        @Override
        default R globalAveragePool(GlobalAveragePool layer) {
            return other(layer);
        }

        @Override
        default R flatten(Flatten layer) {
            return other(layer);
        }

        @Override
        default R dropout(Dropout layer) {
            return other(layer);
        }

        @Override
        default R zeroPad(ZeroPad layer) {
            return other(layer);
        }

        @Override
        default R crop(Crop layer) {
            return other(layer);
        }

        @Override
        default R upsample(Upsample layer) {
            return other(layer);
        }

        @Override
        default R add(Add layer) {
            return other(layer);
        }

        @Override
        default R concat(Concat layer) {
            return other(layer);
        }
    }

    /**
     * As {@link #outputShape}; whatever is wrong is told with the layer's name.
     *
     * @throws InvalidSettingException if the layer does not fit its inputs, or gives what no network can
     */
    default Shape checkedOutputShape(List<Shape> inputs) {
        try {
            return outputShape(inputs);
        } catch (InvalidSettingException e) {
            String name = "'" + name() + "'";
            throw e.getMessage().contains(name)
                    ? e
                    : new InvalidSettingException("Layer " + name + ": " + e.getMessage(), e);
        }
    }
}
