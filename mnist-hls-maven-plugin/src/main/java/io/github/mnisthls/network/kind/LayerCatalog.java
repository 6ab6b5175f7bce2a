/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Clip;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Crop;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Quantize;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.network.kind.LayerDescriptors.Written;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The descriptor of every kind of layer, and which of them a layer has. */
final class LayerCatalog implements Layer.Visitor<Written>, ElementwiseLayer.Visitor<Written> {
    /** In the order of the documentation; each adds itself. */
    private static final List<LayerDescriptor<?>> ALL = new ArrayList<>();

    private static final LayerDescriptor<Conv2d> CONV = listed(new LayerDescriptor<>(
            "conv",
            List.of("conv2d"),
            List.of(
                    Property.required("filters"),
                    Property.required("kernel"),
                    Property.optional("stride", "1"),
                    Property.optional("padding", "0"),
                    Property.optional("dilation", "1"),
                    Property.optional("bias", "true")),
            conv -> WindowProperties.with(
                    WindowProperties.window(conv.window(), true), "filters", conv.filters(), "bias", conv.bias()),
            (p, in) -> new Conv2d(p.name(), p.integer("filters"), p.window(in.get(0)), p.flag("bias"))));

    private static final LayerDescriptor<DepthwiseConv2d> DEPTHWISE = listed(new LayerDescriptor<>(
            "depthwiseConv",
            List.of("depthwiseConv2d"),
            List.of(
                    Property.required("kernel"),
                    Property.optional("multiplier", "1"),
                    Property.optional("stride", "1"),
                    Property.optional("padding", "0"),
                    Property.optional("dilation", "1"),
                    Property.optional("bias", "true")),
            conv -> WindowProperties.with(
                    WindowProperties.window(conv.window(), true), "multiplier", conv.multiplier(), "bias", conv.bias()),
            (p, in) -> new DepthwiseConv2d(p.name(), p.integer("multiplier"), p.window(in.get(0)), p.flag("bias"))));

    private static final LayerDescriptor<Dense> DENSE = listed(new LayerDescriptor<>(
            "dense",
            List.of(),
            List.of(Property.required("units"), Property.optional("bias", "true")),
            dense -> Map.of("units", dense.units(), "bias", dense.bias()),
            (p, in) -> new Dense(p.name(), p.integer("units"), p.flag("bias"))));

    private static final LayerDescriptor<BatchNorm> BATCH_NORM = listed(LayerDescriptor.of(
            "batchNorm",
            Property.optional("epsilon", BatchNorm.DEFAULT_EPSILON),
            norm -> norm.epsilon(),
            p -> new BatchNorm(p.name(), p.decimal("epsilon"))));

    private static final LayerDescriptor<Relu> RELU = listed(LayerDescriptor.plain("relu", Relu::new));

    static {
        // Another name for a special case of a clip.
        listed(LayerDescriptor.plain("relu6", name -> new Clip(name, 0, 6)));
    }

    private static final LayerDescriptor<Clip> CLIP = listed(new LayerDescriptor<>(
            "clip",
            List.of(),
            List.of(Property.required("min"), Property.required("max")),
            clip -> Map.of("min", clip.lowest(), "max", clip.highest()),
            (p, in) -> new Clip(p.name(), p.decimal("min"), p.decimal("max"))));

    private static final LayerDescriptor<LeakyRelu> LEAKY_RELU = listed(LayerDescriptor.of(
            "leakyRelu",
            Property.optional("slope", LeakyRelu.DEFAULT_SLOPE),
            leaky -> leaky.negativeSlope(),
            p -> new LeakyRelu(p.name(), p.decimal("slope"))));

    private static final LayerDescriptor<Prelu> PRELU = listed(LayerDescriptor.plain("prelu", Prelu::new));

    private static final LayerDescriptor<Sigmoid> SIGMOID = listed(LayerDescriptor.plain("sigmoid", Sigmoid::new));

    private static final LayerDescriptor<Tanh> TANH = listed(LayerDescriptor.plain("tanh", Tanh::new));

    private static final LayerDescriptor<HardSigmoid> HARD_SIGMOID = listed(new LayerDescriptor<>(
            "hardSigmoid",
            List.of(),
            List.of(
                    Property.optional("slope", HardSigmoid.DEFAULT_SLOPE),
                    Property.optional("offset", HardSigmoid.DEFAULT_OFFSET)),
            hard -> Map.of("slope", hard.inputSlope(), "offset", hard.offset()),
            (p, in) -> new HardSigmoid(p.name(), p.decimal("slope"), p.decimal("offset"))));

    static {
        // Another name for a special case of a clip.
        listed(LayerDescriptor.plain("hardTanh", name -> new Clip(name, -1, 1)));
    }

    private static final LayerDescriptor<Quantize> QUANTIZE = listed(LayerDescriptor.of(
            "quantize",
            Property.required("format"),
            quantize -> quantize.format().toString(),
            p -> new Quantize(p.name(), p.format("format"))));

    private static final LayerDescriptor<MaxPool> MAX_POOL = listed(new LayerDescriptor<>(
            "maxPool",
            List.of(),
            WindowProperties.pooling(),
            pool -> WindowProperties.window(pool.window(), false),
            (p, in) -> new MaxPool(p.name(), p.window(in.get(0)))));

    private static final LayerDescriptor<AveragePool> AVERAGE_POOL = listed(new LayerDescriptor<>(
            "averagePool",
            List.of(),
            Stream.concat(WindowProperties.pooling().stream(), Stream.of(Property.optional("countPadding", "true")))
                    .toList(),
            pool -> WindowProperties.with(
                    WindowProperties.window(pool.window(), false), "countPadding", pool.countPadding()),
            (p, in) -> new AveragePool(p.name(), p.window(in.get(0)), p.flag("countPadding"))));

    private static final LayerDescriptor<GlobalAveragePool> GLOBAL_AVERAGE_POOL =
            listed(LayerDescriptor.plain("globalAveragePool", GlobalAveragePool::new));

    private static final LayerDescriptor<Flatten> FLATTEN = listed(LayerDescriptor.plain("flatten", Flatten::new));

    private static final LayerDescriptor<Dropout> DROPOUT = listed(LayerDescriptor.of(
            "dropout",
            Property.required("rate"),
            dropout -> dropout.rate(),
            p -> new Dropout(p.name(), p.decimal("rate"))));

    private static final LayerDescriptor<Add> ADD = listed(LayerDescriptor.plain("add", Add::new));

    private static final LayerDescriptor<Concat> CONCAT = listed(LayerDescriptor.plain("concat", Concat::new));

    private static final LayerDescriptor<ZeroPad> PAD = listed(LayerDescriptor.of(
            "pad",
            Property.required("padding"),
            pad -> WindowProperties.sides(pad.padding()),
            p -> new ZeroPad(p.name(), p.sides("padding"))));

    private static final LayerDescriptor<Crop> CROP = listed(LayerDescriptor.of(
            "crop",
            Property.required("cropping"),
            crop -> WindowProperties.sides(crop.margin()),
            p -> new Crop(p.name(), p.sides("cropping"))));

    private static final LayerDescriptor<Upsample> UPSAMPLE = listed(LayerDescriptor.of(
            "upsample",
            Property.optional("factor", "2"),
            upsample -> List.of(upsample.rows(), upsample.columns()),
            p -> new Upsample(p.name(), p.extents("factor")[0], p.extents("factor")[1])));

    static List<LayerDescriptor<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    private static <L extends Layer> LayerDescriptor<L> listed(LayerDescriptor<L> descriptor) {
        ALL.add(descriptor);
        return descriptor;
    }

    @Override
    public Written conv2d(Conv2d layer) {
        return Written.of(CONV, layer);
    }

    @Override
    public Written depthwiseConv2d(DepthwiseConv2d layer) {
        return Written.of(DEPTHWISE, layer);
    }

    @Override
    public Written dense(Dense layer) {
        return Written.of(DENSE, layer);
    }

    @Override
    public Written batchNorm(BatchNorm layer) {
        return Written.of(BATCH_NORM, layer);
    }

    @Override
    public Written elementwise(ElementwiseLayer layer) {
        return layer.acceptFunction(this);
    }

    @Override
    public Written relu(Relu layer) {
        return Written.of(RELU, layer);
    }

    @Override
    public Written clip(Clip layer) {
        return Written.of(CLIP, layer);
    }

    @Override
    public Written leakyRelu(LeakyRelu layer) {
        return Written.of(LEAKY_RELU, layer);
    }

    @Override
    public Written sigmoid(Sigmoid layer) {
        return Written.of(SIGMOID, layer);
    }

    @Override
    public Written tanh(Tanh layer) {
        return Written.of(TANH, layer);
    }

    @Override
    public Written hardSigmoid(HardSigmoid layer) {
        return Written.of(HARD_SIGMOID, layer);
    }

    @Override
    public Written quantize(Quantize layer) {
        return Written.of(QUANTIZE, layer);
    }

    @Override
    public Written prelu(Prelu layer) {
        return Written.of(PRELU, layer);
    }

    @Override
    public Written maxPool(MaxPool layer) {
        return Written.of(MAX_POOL, layer);
    }

    @Override
    public Written averagePool(AveragePool layer) {
        return Written.of(AVERAGE_POOL, layer);
    }

    @Override
    public Written globalAveragePool(GlobalAveragePool layer) {
        return Written.of(GLOBAL_AVERAGE_POOL, layer);
    }

    @Override
    public Written flatten(Flatten layer) {
        return Written.of(FLATTEN, layer);
    }

    @Override
    public Written dropout(Dropout layer) {
        return Written.of(DROPOUT, layer);
    }

    @Override
    public Written zeroPad(ZeroPad layer) {
        return Written.of(PAD, layer);
    }

    @Override
    public Written crop(Crop layer) {
        return Written.of(CROP, layer);
    }

    @Override
    public Written upsample(Upsample layer) {
        return Written.of(UPSAMPLE, layer);
    }

    @Override
    public Written add(Add layer) {
        return Written.of(ADD, layer);
    }

    @Override
    public Written concat(Concat layer) {
        return Written.of(CONCAT, layer);
    }
}
