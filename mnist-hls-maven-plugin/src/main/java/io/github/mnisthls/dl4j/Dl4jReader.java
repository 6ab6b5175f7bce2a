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
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.file.Flattening;
import io.github.mnisthls.network.file.Layout;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
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
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** Reads a DL4J network layer by layer; what has no counterpart is refused by name. */
final class Dl4jReader {
    private final MultiLayerNetwork source;
    private final Shape input;
    private final LayerNames names = new LayerNames();
    private final List<Layer> layers = new ArrayList<>();
    private final Map<String, Parameters> parameters = new TreeMap<>();

    /** Shape after the layers read so far. */
    private Shape shape;

    /** In which order all the network's images lie; null until a layer tells. */
    private CNN2DFormat format;

    /** The shape before it was flattened, if it was. */
    private Shape unflattened;

    /** From a zero padding layer that the next convolution takes over. */
    private Padding pending = Padding.NONE;

    private Dl4jReader(MultiLayerNetwork source, Shape input) {
        this.source = source;
        this.input = input;
        this.shape = input;
        this.unflattened = input;
    }

    /**
     * @param input shape of the images, which a DL4J configuration does not hold
     * @throws InvalidSettingException if a layer or one of its properties is not supported
     */
    static Network read(MultiLayerNetwork source, Shape input) {
        return new Dl4jReader(source, input).read();
    }

    private Network read() {
        int count = source.getnLayers();
        for (int i = 0; i < count; i++) {
            preprocess(source.getLayerWiseConfigurations().getInputPreProcess(i), i);
            readLayer(i, i == count - 1);
        }
        return new Network(new Architecture("network", input, layers), parameters);
    }

    private void preprocess(InputPreProcessor step, int position) {
        String where = "preprocessor of layer " + position;
        if (step instanceof CnnToFeedForwardPreProcessor flattening) {
            requireSameFormat(where, flattening.getFormat());
            add(new Flatten(names.next("flatten")));
        } else if (step instanceof FeedForwardToCnnPreProcessor image) {
            Shape wanted =
                    new Shape((int) image.getNumChannels(), (int) image.getInputHeight(), (int) image.getInputWidth());
            if (!wanted.equals(shape)) {
                throw unsupported(where, "shape", wanted, "images of " + shape);
            }
            requireSameFormat(where, CNN2DFormat.NCHW);
        } else if (step != null) {
            throw unsupported(where, "class", step.getClass().getSimpleName(), "CnnToFeedForward and FeedForwardToCnn");
        }
    }

    private void readLayer(int position, boolean last) {
        org.deeplearning4j.nn.conf.layers.Layer layer =
                source.getLayer(position).conf().getLayer();
        String where = "layer " + position + (layer.getLayerName() == null ? "" : " '" + layer.getLayerName() + "'");
        if (!pending.isNone() && layer.getClass() != ConvolutionLayer.class) {
            throw unsupported(where, "input", "zero padding", "zero padding before a convolution only");
        }
        // Subclasses mean something else: a deconvolution is a ConvolutionLayer too.
        Class<?> type = layer.getClass();
        if (type == ConvolutionLayer.class) {
            readConvolution((ConvolutionLayer) layer, where, position);
            readActivation(where, null, ((BaseLayer) layer).getActivationFn(), last);
        } else if (type == DenseLayer.class || type == OutputLayer.class) {
            readDense((BaseLayer) layer, where, position);
            readActivation(where, null, ((BaseLayer) layer).getActivationFn(), last);
        } else if (type == BatchNormalization.class) {
            readNormalization((BatchNormalization) layer, where, position);
        } else if (type == SubsamplingLayer.class) {
            readPooling((SubsamplingLayer) layer, where);
        } else if (type == GlobalPoolingLayer.class) {
            readGlobalPooling((GlobalPoolingLayer) layer, where);
        } else if (type == ActivationLayer.class) {
            readActivation(where, layer.getLayerName(), ((ActivationLayer) layer).getActivationFn(), last);
        } else if (type == LossLayer.class) {
            readActivation(where, layer.getLayerName(), ((LossLayer) layer).getActivationFn(), last);
        } else if (type == DropoutLayer.class) {
            readDropout((DropoutLayer) layer, where);
        } else if (type == ZeroPaddingLayer.class) {
            readPadding((ZeroPaddingLayer) layer, where);
        } else {
            throw unsupported(
                    where,
                    "class",
                    type.getSimpleName(),
                    "ConvolutionLayer, DenseLayer, OutputLayer, LossLayer, BatchNormalization, SubsamplingLayer,"
                            + " GlobalPoolingLayer, ActivationLayer, DropoutLayer and ZeroPaddingLayer");
        }
    }

    private void readConvolution(ConvolutionLayer layer, String where, int position) {
        requireSameFormat(where, layer.getCnn2dDataFormat());
        requireNoDilation(where, layer.getDilation());
        requireInputs(where, layer.getNIn(), shape.channels());
        Window window = window(layer.getKernelSize(), layer.getStride(), padding(layer));
        Conv2d conv = new Conv2d(names.next("conv", layer.getLayerName()), (int) layer.getNOut(), window);
        pending = Padding.NONE;
        add(conv);
        put(conv, where, () -> Dl4jParameters.convolution(source.getLayer(position), conv.filters()));
    }

    private Padding padding(ConvolutionLayer layer) {
        if (layer.getConvolutionMode() != ConvolutionMode.Same) {
            int[] sides = layer.getPadding();
            return new Padding(
                    pending.top() + sides[0],
                    pending.bottom() + sides[0],
                    pending.left() + sides[1],
                    pending.right() + sides[1]);
        }
        int rows = samePadding(shape.height() + pending.top() + pending.bottom(), layer, 0);
        int columns = samePadding(shape.width() + pending.left() + pending.right(), layer, 1);
        // Of an odd number, the larger half is at the bottom and on the right.
        return new Padding(
                pending.top() + rows / 2,
                pending.bottom() + rows - rows / 2,
                pending.left() + columns / 2,
                pending.right() + columns - columns / 2);
    }

    private static int samePadding(int extent, ConvolutionLayer layer, int dimension) {
        int stride = layer.getStride()[dimension];
        int outputs = (extent + stride - 1) / stride;
        return Math.max((outputs - 1) * stride + layer.getKernelSize()[dimension] - extent, 0);
    }

    private void readDense(BaseLayer layer, String where, int position) {
        int inputs = (int) source.getLayer(position).getParam("W").size(0);
        int outputs = (int) source.getLayer(position).getParam("W").size(1);
        requireInputs(where, inputs, shape.size());
        Dense dense = new Dense(names.next("dense", layer.getLayerName()), outputs);
        Shape image = unflattened;
        add(dense);
        put(dense, where, () -> Dl4jParameters.dense(source.getLayer(position), dense, layout(), image));
    }

    private void readNormalization(BatchNormalization layer, String where, int position) {
        if (!shape.isVector()) {
            requireSameFormat(where, layer.getCnn2DFormat());
        }
        requireInputs(where, layer.getNOut(), shape.channels());
        BatchNorm norm = new BatchNorm(names.next("norm", layer.getLayerName()), layer.getEps());
        add(norm);
        Shape features = shape.isVector() ? unflattened : Shape.vector(shape.channels());
        put(norm, where, () -> Dl4jParameters.normalization(source.getLayer(position), layer, layout(), features));
    }

    private void readPooling(SubsamplingLayer layer, String where) {
        requireSameFormat(where, layer.getCnn2dDataFormat());
        requireNoDilation(where, layer.getDilation());
        Window window = window(layer.getKernelSize(), layer.getStride(), Padding.NONE);
        boolean padded = layer.getPadding()[0] != 0 || layer.getPadding()[1] != 0;
        boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
        if (padded || (same && !covers(window))) {
            throw unsupported(where, "padding", same ? "Same" : layer.getPadding()[0], "pooling without padding");
        }
        String name = names.next("pool", layer.getLayerName());
        switch (layer.getPoolingType()) {
            case MAX -> add(new MaxPool(name, window));
            case AVG -> add(new AveragePool(name, window));
            default -> throw unsupported(where, "poolingType", layer.getPoolingType(), "MAX and AVG");
        }
    }

    private boolean covers(Window window) {
        return shape.height() % window.strideHeight() == 0
                && shape.width() % window.strideWidth() == 0
                && window.kernelHeight() <= window.strideHeight()
                && window.kernelWidth() <= window.strideWidth();
    }

    private void readGlobalPooling(GlobalPoolingLayer layer, String where) {
        String name = names.next("pool", layer.getLayerName());
        if (layer.getPoolingType() == PoolingType.AVG) {
            add(new GlobalAveragePool(name));
        } else if (layer.getPoolingType() == PoolingType.MAX) {
            add(new MaxPool(name, new Window(shape.height(), shape.width(), 1, 1, Padding.NONE)));
        } else {
            throw unsupported(where, "poolingType", layer.getPoolingType(), "AVG and MAX");
        }
    }

    private void readDropout(DropoutLayer layer, String where) {
        if (!(layer.getIDropout() instanceof org.deeplearning4j.nn.conf.dropout.Dropout dropout)
                || dropout.getPSchedule() != null) {
            throw unsupported(where, "dropout", layer.getIDropout(), "Dropout with a fixed probability");
        }
        // DL4J names the probability to keep a value.
        add(new Dropout(names.next("dropout", layer.getLayerName()), 1 - dropout.getP()));
    }

    private void readPadding(ZeroPaddingLayer layer, String where) {
        requireSameFormat(where, layer.getDataFormat());
        int[] sides = layer.getPadding();
        pending = new Padding(sides[0], sides[1], sides[2], sides[3]);
    }

    /** Softmax at the end is left out: the logits say the same. */
    private void readActivation(String where, String name, IActivation activation, boolean last) {
        if (activation instanceof ActivationReLU) {
            add(new Relu(names.next("relu", name)));
        } else if (!(activation instanceof ActivationIdentity) && !(last && activation instanceof ActivationSoftmax)) {
            throw unsupported(where, "activation", activation, "identity, relu, and softmax at the end");
        }
    }

    private void put(Layer layer, String where, Supplier<Parameters> values) {
        try {
            parameters.put(layer.name(), values.get());
        } catch (InvalidSettingException e) {
            throw new InvalidSettingException(Settings.MODEL + ": " + where + ": " + e.getMessage(), e);
        }
    }

    private void add(Layer layer) {
        shape = layer.outputShape(List.of(shape));
        if (!Flattening.keepsOrder(layer)) {
            unflattened = shape;
        }
        layers.add(layer);
    }

    private static Window window(int[] kernel, int[] stride, Padding padding) {
        return new Window(kernel[0], kernel[1], stride[0], stride[1], padding);
    }

    /** Channels first or last, but the same throughout: DL4J turns no image around between two layers. */
    private void requireSameFormat(String where, CNN2DFormat seen) {
        if (format != null && seen != format) {
            throw unsupported(
                    where, "data format", seen, "one format for all layers, which is " + format + " before it");
        }
        format = seen;
    }

    private Layout layout() {
        return format == CNN2DFormat.NHWC ? Layout.DL4J_CHANNELS_LAST : Layout.DL4J;
    }

    private static void requireNoDilation(String where, int[] dilation) {
        if (dilation[0] != 1 || dilation[1] != 1) {
            throw unsupported(where, "dilation", dilation[0] + "x" + dilation[1], "1x1");
        }
    }

    private static void requireInputs(String where, long wanted, int given) {
        if (wanted != given) {
            throw unsupported(where, "number of inputs", wanted, given + " here, for the images of the data set");
        }
    }

    private static InvalidSettingException unsupported(String where, String property, Object seen, String supported) {
        return new InvalidSettingException(
                Settings.MODEL + ": " + property + " of " + where,
                seen,
                "this is not supported",
                "Supported: " + supported + ".");
    }
}
