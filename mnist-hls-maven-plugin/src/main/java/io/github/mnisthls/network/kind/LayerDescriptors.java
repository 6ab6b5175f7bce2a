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
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.HardSigmoid;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.LeakyRelu;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Prelu;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Sigmoid;
import io.github.mnisthls.network.Tanh;
import io.github.mnisthls.network.Upsample;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.network.ZeroPad;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every kind of layer. */
public final class LayerDescriptors {
    static final LayerDescriptor<Conv2d> CONV = new LayerDescriptor<>(
            "conv",
            List.of("conv2d"),
            List.of(
                    Property.required("filters"),
                    Property.required("kernel"),
                    Property.optional("stride", "1"),
                    Property.optional("padding", "0"),
                    Property.optional("dilation", "1"),
                    Property.optional("bias", "true")),
            conv -> with(window(conv.window(), true), "filters", conv.filters(), "bias", conv.bias()),
            (p, in) -> new Conv2d(p.name(), p.integer("filters"), p.window(in.get(0)), p.flag("bias")));

    static final LayerDescriptor<DepthwiseConv2d> DEPTHWISE = new LayerDescriptor<>(
            "depthwiseConv",
            List.of("depthwiseConv2d"),
            List.of(
                    Property.required("kernel"),
                    Property.optional("multiplier", "1"),
                    Property.optional("stride", "1"),
                    Property.optional("padding", "0"),
                    Property.optional("dilation", "1"),
                    Property.optional("bias", "true")),
            conv -> with(window(conv.window(), true), "multiplier", conv.multiplier(), "bias", conv.bias()),
            (p, in) -> new DepthwiseConv2d(p.name(), p.integer("multiplier"), p.window(in.get(0)), p.flag("bias")));

    static final LayerDescriptor<Dense> DENSE = new LayerDescriptor<>(
            "dense",
            List.of(),
            List.of(Property.required("units"), Property.optional("bias", "true")),
            dense -> Map.of("units", dense.units(), "bias", dense.bias()),
            (p, in) -> new Dense(p.name(), p.integer("units"), p.flag("bias")));

    static final LayerDescriptor<BatchNorm> BATCH_NORM = new LayerDescriptor<>(
            "batchNorm",
            List.of(),
            List.of(Property.optional("epsilon", BatchNorm.DEFAULT_EPSILON)),
            norm -> Map.of("epsilon", norm.epsilon()),
            (p, in) -> new BatchNorm(p.name(), p.decimal("epsilon")));

    static final LayerDescriptor<Relu> RELU = LayerDescriptor.plain("relu", Relu::new);
    static final LayerDescriptor<Sigmoid> SIGMOID = LayerDescriptor.plain("sigmoid", Sigmoid::new);
    static final LayerDescriptor<Tanh> TANH = LayerDescriptor.plain("tanh", Tanh::new);
    static final LayerDescriptor<Prelu> PRELU = LayerDescriptor.plain("prelu", Prelu::new);
    static final LayerDescriptor<Flatten> FLATTEN = LayerDescriptor.plain("flatten", Flatten::new);
    static final LayerDescriptor<Add> ADD = LayerDescriptor.plain("add", Add::new);
    static final LayerDescriptor<Concat> CONCAT = LayerDescriptor.plain("concat", Concat::new);

    static final LayerDescriptor<GlobalAveragePool> GLOBAL_AVERAGE_POOL =
            LayerDescriptor.plain("globalAveragePool", GlobalAveragePool::new);

    static final LayerDescriptor<Clip> CLIP = new LayerDescriptor<>(
            "clip",
            List.of(),
            List.of(Property.required("min"), Property.required("max")),
            clip -> Map.of("min", clip.lowest(), "max", clip.highest()),
            (p, in) -> new Clip(p.name(), p.decimal("min"), p.decimal("max")));

    static final LayerDescriptor<LeakyRelu> LEAKY_RELU = new LayerDescriptor<>(
            "leakyRelu",
            List.of(),
            List.of(Property.optional("slope", LeakyRelu.DEFAULT_SLOPE)),
            leaky -> Map.of("slope", leaky.negativeSlope()),
            (p, in) -> new LeakyRelu(p.name(), p.decimal("slope")));

    static final LayerDescriptor<HardSigmoid> HARD_SIGMOID = new LayerDescriptor<>(
            "hardSigmoid",
            List.of(),
            List.of(
                    Property.optional("slope", HardSigmoid.DEFAULT_SLOPE),
                    Property.optional("offset", HardSigmoid.DEFAULT_OFFSET)),
            hard -> Map.of("slope", hard.inputSlope(), "offset", hard.offset()),
            (p, in) -> new HardSigmoid(p.name(), p.decimal("slope"), p.decimal("offset")));

    static final LayerDescriptor<MaxPool> MAX_POOL = new LayerDescriptor<>(
            "maxPool",
            List.of(),
            pooling(),
            pool -> window(pool.window(), false),
            (p, in) -> new MaxPool(p.name(), p.window(in.get(0))));

    static final LayerDescriptor<AveragePool> AVERAGE_POOL = new LayerDescriptor<>(
            "averagePool",
            List.of(),
            Stream.concat(pooling().stream(), Stream.of(Property.optional("countPadding", "true")))
                    .toList(),
            pool -> with(window(pool.window(), false), "countPadding", pool.countPadding()),
            (p, in) -> new AveragePool(p.name(), p.window(in.get(0)), p.flag("countPadding")));

    static final LayerDescriptor<Dropout> DROPOUT = new LayerDescriptor<>(
            "dropout",
            List.of(),
            List.of(Property.required("rate")),
            dropout -> Map.of("rate", dropout.rate()),
            (p, in) -> new Dropout(p.name(), p.decimal("rate")));

    static final LayerDescriptor<ZeroPad> PAD = new LayerDescriptor<>(
            "pad",
            List.of(),
            List.of(Property.required("padding")),
            pad -> Map.of("padding", sides(pad.padding())),
            (p, in) -> new ZeroPad(p.name(), p.sides("padding")));

    static final LayerDescriptor<Crop> CROP = new LayerDescriptor<>(
            "crop",
            List.of(),
            List.of(Property.required("cropping")),
            crop -> Map.of("cropping", sides(crop.margin())),
            (p, in) -> new Crop(p.name(), p.sides("cropping")));

    static final LayerDescriptor<Upsample> UPSAMPLE = new LayerDescriptor<>(
            "upsample",
            List.of(),
            List.of(Property.optional("factor", "2")),
            upsample -> Map.of("factor", List.of(upsample.rows(), upsample.columns())),
            (p, in) -> new Upsample(p.name(), p.extents("factor")[0], p.extents("factor")[1]));

    /** Other names for special cases of a kind. */
    private static final LayerDescriptor<Clip> RELU6 = LayerDescriptor.plain("relu6", name -> new Clip(name, 0, 6));

    private static final LayerDescriptor<Clip> HARD_TANH =
            LayerDescriptor.plain("hardTanh", name -> new Clip(name, -1, 1));

    private static final List<LayerDescriptor<?>> ALL = List.of(
            CONV,
            DEPTHWISE,
            DENSE,
            BATCH_NORM,
            RELU,
            RELU6,
            CLIP,
            LEAKY_RELU,
            PRELU,
            SIGMOID,
            TANH,
            HARD_SIGMOID,
            HARD_TANH,
            MAX_POOL,
            AVERAGE_POOL,
            GLOBAL_AVERAGE_POOL,
            FLATTEN,
            DROPOUT,
            ADD,
            CONCAT,
            PAD,
            CROP,
            UPSAMPLE);

    private static final Map<String, String> LEFT_OUT = Map.of(
            "softmax", "Leave it out: the class with the largest logit is that of the largest probability.",
            "separableConv", "Write <depthwiseConv/> followed by <conv kernel=\"1\"/>.",
            "activation", "Write the function itself, such as <relu/>, <sigmoid/> or <tanh/>.",
            "input", "Write " + Settings.INPUT_SHAPE + " beside <layers>.");

    private LayerDescriptors() {}

    /** In the order of the documentation. */
    public static List<LayerDescriptor<?>> all() {
        return ALL;
    }

    /**
     * The kind that is called so.
     *
     * @param place where it stands, for messages
     * @param seen  what stands there, for messages
     * @throws InvalidSettingException if there is none
     */
    public static LayerDescriptor<?> named(String name, String place, String seen) {
        return ALL.stream()
                .filter(kind -> kind.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        place,
                        seen,
                        "there is no such layer",
                        LEFT_OUT.getOrDefault(
                                name,
                                "The layers are "
                                        + ALL.stream()
                                                .map(LayerDescriptor::name)
                                                .sorted()
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    /** What to write for a layer. */
    public static Written written(Layer layer) {
        return layer.accept(new LayerWriter());
    }

    /**
     * A layer as it is written; what is the default is left out.
     *
     * @param kind   name of its kind
     * @param values of its properties: whole numbers, numbers, booleans, lists of whole numbers
     */
    public record Written(String kind, Map<String, Object> values) {
        static <L extends Layer> Written of(LayerDescriptor<L> kind, L layer) {
            Map<String, Object> values = new LinkedHashMap<>();
            Map<String, Object> own = kind.values().apply(layer);
            for (Property property : kind.properties()) {
                Object value = own.get(property.name());
                String text = value.equals(List.of(1, 1)) ? "1" : value.toString();
                if (!property.defaultText().equals(Optional.of(text))) {
                    values.put(property.name(), value);
                }
            }
            return new Written(kind.name(), values);
        }
    }

    private static List<Property> pooling() {
        return List.of(
                Property.optional("kernel", "2").orAs("size"),
                Property.optional("stride", Property.AS_KERNEL),
                Property.optional("padding", "0"));
    }

    private static Map<String, Object> window(Window window, boolean dilates) {
        Map<String, Object> values = new TreeMap<>();
        values.put("kernel", List.of(window.kernelHeight(), window.kernelWidth()));
        values.put("stride", List.of(window.strideHeight(), window.strideWidth()));
        values.put("padding", sides(window.padding()));
        if (dilates) {
            values.put("dilation", List.of(window.dilationHeight(), window.dilationWidth()));
        }
        return values;
    }

    private static List<Integer> sides(Padding padding) {
        return List.of(padding.top(), padding.bottom(), padding.left(), padding.right());
    }

    private static Map<String, Object> with(Map<String, Object> values, Object... more) {
        for (int i = 0; i < more.length; i += 2) {
            values.put((String) more[i], more[i + 1]);
        }
        return values;
    }
}
