/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.layers.convolutional.Cropping2D;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Writes one layer as what DL4J has for it; kinds that are not named here have no counterpart. */
final class Dl4jLayerWriter implements Layer.PartialVisitor<Dl4jValue> {
    private final Dl4jEmitter emitter;
    private final List<Dl4jValue> inputs;

    /** Whether this gives the network's output and nothing else takes it. */
    private final boolean last;

    private boolean softmax;

    Dl4jLayerWriter(Dl4jEmitter emitter, List<Dl4jValue> inputs, boolean last) {
        this.emitter = emitter;
        this.inputs = inputs;
        this.last = last;
    }

    /** Whether the layer gives probabilities. */
    boolean hasWrittenSoftmax() {
        return softmax;
    }

    private Dl4jValue input() {
        return inputs.get(0);
    }

    private Shape output(Layer layer) {
        return layer.outputShape(inputs.stream().map(Dl4jValue::shape).toList());
    }

    /** DL4J pads alike on opposite sides, so padding is a layer of its own. */
    private Dl4jValue convolution(
            Layer layer, Window window, ConvolutionLayer.BaseConvBuilder<?> builder, boolean bias) {
        Dl4jValue padded = emitter.padded(layer.name(), window.padding(), input());
        builder.setKernelSize(new int[] {window.kernelHeight(), window.kernelWidth()});
        builder.setStride(new int[] {window.strideHeight(), window.strideWidth()});
        builder.setDilation(new int[] {window.dilationHeight(), window.dilationWidth()});
        builder.convolutionMode(ConvolutionMode.Truncate);
        builder.hasBias(bias).activation(Activation.IDENTITY);
        return emitter.onImage(layer.name(), builder.build(), padded, output(layer));
    }

    @Override
    public Dl4jValue other(Layer layer) {
        throw new NoCounterpartException(layer.name(), layer.getClass().getSimpleName());
    }

    @Override
    public Dl4jValue conv2d(Conv2d layer) {
        return convolution(layer, layer.window(), new ConvolutionLayer.Builder().nOut(layer.filters()), layer.bias());
    }

    @Override
    public Dl4jValue depthwiseConv2d(DepthwiseConv2d layer) {
        DepthwiseConvolution2D.Builder builder =
                new DepthwiseConvolution2D.Builder().depthMultiplier(layer.multiplier());
        return convolution(layer, layer.window(), builder.nOut(output(layer).channels()), layer.bias());
    }

    @Override
    public Dl4jValue dense(Dense layer) {
        softmax = last;
        org.deeplearning4j.nn.conf.layers.Layer dense = last
                ? new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(layer.units())
                        .hasBias(layer.bias())
                        .activation(Activation.SOFTMAX)
                        .build()
                : new DenseLayer.Builder()
                        .nOut(layer.units())
                        .hasBias(layer.bias())
                        .activation(Activation.IDENTITY)
                        .build();
        return emitter.onVector(layer.name(), dense, input(), output(layer));
    }

    @Override
    public Dl4jValue batchNorm(BatchNorm layer) {
        BatchNormalization norm = new BatchNormalization.Builder()
                .eps(layer.epsilon())
                .useLogStd(false)
                .build();
        return emitter.onAny(layer.name(), norm, input());
    }

    @Override
    public Dl4jValue elementwise(ElementwiseLayer layer) {
        ActivationLayer activation = new ActivationLayer.Builder()
                .activation(layer.acceptFunction(new ActivationWriter()))
                .build();
        return emitter.onAny(layer.name(), activation, input());
    }

    @Override
    public Dl4jValue prelu(Prelu layer) {
        boolean image = input().isImage() && !input().isFlattenedImage();
        Shape shape = input().shape();
        PReLULayer.Builder builder = image
                ? new PReLULayer.Builder()
                        .inputShape(shape.channels(), shape.height(), shape.width())
                        .sharedAxes(2, 3)
                : new PReLULayer.Builder().inputShape(shape.channels());
        return emitter.onAny(layer.name(), builder.build(), input());
    }

    @Override
    public Dl4jValue maxPool(MaxPool layer) {
        return pool(layer, PoolingType.MAX, layer.window(), false);
    }

    @Override
    public Dl4jValue averagePool(AveragePool layer) {
        boolean counted = layer.countPadding() && !layer.window().padding().isNone();
        if (counted && !isEven(layer.window().padding())) {
            Window window = layer.window().padded(Padding.NONE);
            Dl4jValue padded = emitter.padded(layer.name(), layer.window().padding(), input());
            SubsamplingLayer pool = subsampling(PoolingType.AVG, window).build();
            return emitter.onImage(layer.name(), pool, padded, output(layer));
        }
        return pool(layer, PoolingType.AVG, layer.window(), counted);
    }

    private Dl4jValue pool(Layer layer, PoolingType type, Window window, boolean countPadding) {
        SubsamplingLayer.Builder pool = subsampling(type, window);
        pool.avgPoolIncludePadInDivisor(countPadding);
        Padding padding = window.padding();
        if (isEven(padding)) {
            pool.padding(padding.top(), padding.left());
        } else if (padding.equals(Padding.same(window, input().shape()))) {
            pool.convolutionMode(ConvolutionMode.Same);
        } else {
            throw new NoCounterpartException(
                    layer.name(), "pooling with a padding of " + padding + ", only with the same on opposite sides");
        }
        return emitter.onImage(layer.name(), pool.build(), input(), output(layer));
    }

    private static boolean isEven(Padding padding) {
        return padding.top() == padding.bottom() && padding.left() == padding.right();
    }

    private static SubsamplingLayer.Builder subsampling(PoolingType type, Window window) {
        SubsamplingLayer.Builder pool = new SubsamplingLayer.Builder(type)
                .kernelSize(window.kernelHeight(), window.kernelWidth())
                .stride(window.strideHeight(), window.strideWidth());
        pool.convolutionMode(ConvolutionMode.Truncate);
        return pool;
    }

    @Override
    public Dl4jValue globalAveragePool(GlobalAveragePool layer) {
        return emitter.fromImage(
                layer.name(), new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), input(), output(layer));
    }

    @Override
    public Dl4jValue flatten(Flatten layer) {
        return input().flattened();
    }

    @Override
    public Dl4jValue dropout(Dropout layer) {
        return emitter.onAny(layer.name(), new DropoutLayer.Builder(1 - layer.rate()).build(), input());
    }

    @Override
    public Dl4jValue zeroPad(ZeroPad layer) {
        return emitter.onImage(layer.name(), Dl4jEmitter.zeros(layer.padding()), input(), output(layer));
    }

    @Override
    public Dl4jValue crop(Crop layer) {
        Padding margin = layer.margin();
        Cropping2D crop = new Cropping2D.Builder(margin.top(), margin.bottom(), margin.left(), margin.right()).build();
        return emitter.onImage(layer.name(), crop, input(), output(layer));
    }

    @Override
    public Dl4jValue upsample(Upsample layer) {
        Upsampling2D upsampling = new Upsampling2D.Builder()
                .size(new int[] {layer.rows(), layer.columns()})
                .build();
        return emitter.onImage(layer.name(), upsampling, input(), output(layer));
    }

    @Override
    public Dl4jValue add(Add layer) {
        return emitter.join(layer.name(), new ElementWiseVertex(ElementWiseVertex.Op.Add), inputs, output(layer));
    }

    @Override
    public Dl4jValue concat(Concat layer) {
        return emitter.join(layer.name(), new MergeVertex(), inputs, output(layer));
    }
}
