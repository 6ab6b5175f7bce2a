/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Writes an architecture as a DL4J configuration whose outputs are the softmax of the logits. */
final class Dl4jArchitecture {
    private final NeuralNetConfiguration.ListBuilder list =
            // A fixed seed, since the default is the clock and would make every model file another one.
            new NeuralNetConfiguration.Builder()
                    .seed(0)
                    .dataType(DataType.FLOAT)
                    .list();
    private int count;

    /** Whether DL4J's activations have the dimensions of images at this layer; else they are vectors. */
    private boolean image;

    private Dl4jArchitecture(Shape input) {
        image = !input.isVector();
    }

    static MultiLayerConfiguration configuration(Architecture architecture) {
        Shape input = architecture.input();
        Dl4jArchitecture result = new Dl4jArchitecture(input);
        result.addAll(architecture);
        result.list.setInputType(
                input.isVector()
                        ? InputType.feedForward(input.channels())
                        : InputType.convolutional(input.height(), input.width(), input.channels()));
        return result.list.build();
    }

    private void addAll(Architecture architecture) {
        List<Shape> shapes = architecture.shapes();
        int last = architecture.layers().size() - 1;
        for (int i = 0; i <= last; i++) {
            add(architecture.layers().get(i), shapes.get(i), i == last);
        }
        if (!(architecture.layers().get(last) instanceof Dense)) {
            becomeVector(shapes.get(last + 1));
            add(new LossLayer.Builder(LossFunction.MCXENT)
                    .activation(Activation.SOFTMAX)
                    .name("softmax")
                    .build());
        }
    }

    private void add(Layer layer, Shape input, boolean last) {
        if (layer instanceof Conv2d conv) {
            becomeImage(input);
            addConvolution(conv);
        } else if (layer instanceof MaxPool pool) {
            becomeImage(input);
            add(subsampling(pool.name(), SubsamplingLayer.PoolingType.MAX, pool.window()));
        } else if (layer instanceof AveragePool pool) {
            becomeImage(input);
            add(subsampling(pool.name(), SubsamplingLayer.PoolingType.AVG, pool.window()));
        } else if (layer instanceof GlobalAveragePool) {
            becomeImage(input);
            add(new GlobalPoolingLayer.Builder(PoolingType.AVG)
                    .name(layer.name())
                    .build());
            image = false;
        } else if (layer instanceof Flatten) {
            becomeVector(input);
        } else if (layer instanceof Dense dense) {
            becomeVector(input);
            add(last ? output(dense) : hidden(dense));
        } else if (layer instanceof BatchNorm norm) {
            add(normalization(norm));
        } else if (layer instanceof Relu) {
            add(new ActivationLayer.Builder()
                    .activation(Activation.RELU)
                    .name(layer.name())
                    .build());
        } else if (layer instanceof Dropout dropout) {
            add(new DropoutLayer.Builder(1 - dropout.rate())
                    .name(dropout.name())
                    .build());
        } else {
            throw new IllegalStateException("no DL4J layer for " + layer);
        }
    }

    private void add(org.deeplearning4j.nn.conf.layers.Layer layer) {
        list.layer(count++, layer);
    }

    /** DL4J pads alike on both sides, so padding is a layer of its own. */
    private void addConvolution(Conv2d conv) {
        Window window = conv.window();
        Padding padding = window.padding();
        if (!padding.isNone()) {
            add(new ZeroPaddingLayer.Builder(padding.top(), padding.bottom(), padding.left(), padding.right())
                    .name(conv.name() + "_padding")
                    .build());
        }
        add(new ConvolutionLayer.Builder()
                .kernelSize(window.kernelHeight(), window.kernelWidth())
                .stride(window.strideHeight(), window.strideWidth())
                .nOut(conv.filters())
                .convolutionMode(ConvolutionMode.Truncate)
                .activation(Activation.IDENTITY)
                .name(conv.name())
                .build());
    }

    private static SubsamplingLayer subsampling(String name, SubsamplingLayer.PoolingType type, Window window) {
        return new SubsamplingLayer.Builder(type)
                .kernelSize(window.kernelHeight(), window.kernelWidth())
                .stride(window.strideHeight(), window.strideWidth())
                .convolutionMode(ConvolutionMode.Truncate)
                .name(name)
                .build();
    }

    private static BatchNormalization normalization(BatchNorm norm) {
        return new BatchNormalization.Builder()
                .eps(norm.epsilon())
                .useLogStd(false)
                .name(norm.name())
                .build();
    }

    private static DenseLayer hidden(Dense dense) {
        return new DenseLayer.Builder()
                .nOut(dense.units())
                .activation(Activation.IDENTITY)
                .name(dense.name())
                .build();
    }

    private static OutputLayer output(Dense dense) {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(dense.units())
                .activation(Activation.SOFTMAX)
                .name(dense.name())
                .build();
    }

    private void becomeVector(Shape shape) {
        if (image) {
            list.inputPreProcessor(
                    count, new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels()));
            image = false;
        }
    }

    private void becomeImage(Shape shape) {
        if (!image) {
            list.inputPreProcessor(
                    count, new FeedForwardToCnnPreProcessor(shape.height(), shape.width(), shape.channels()));
            image = true;
        }
    }
}
