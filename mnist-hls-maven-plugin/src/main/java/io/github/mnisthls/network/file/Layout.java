/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.Choice;
import io.github.mnisthls.settings.Choices;
import java.util.List;
import java.util.Locale;

/**
 * In which order a file's values lie; the only place that turns one order into another. This project's own order, which
 * is PyTorch's, is {@link #DEFAULT}.
 *
 * @param convolution order of a convolution's weights: output, input, height, width, or (Keras) height, width, input,
 *                    output
 * @param dense       order of a dense layer's weights: output, input, or (Keras, DL4J) input, output
 * @param flatten     order in which an image's values become a vector: channels first, or (Keras) last
 */
public record Layout(ConvolutionOrder convolution, DenseOrder dense, FlattenOrder flatten) {
    public static final Layout DEFAULT = new Layout(ConvolutionOrder.OIHW, DenseOrder.OI, FlattenOrder.CHW);

    /** DL4J's, whose images have their channels first unless told otherwise. */
    public static final Layout DL4J = new Layout(ConvolutionOrder.OIHW, DenseOrder.IO, FlattenOrder.CHW);

    /** DL4J's for images whose channels come last ({@code NHWC}). */
    public static final Layout DL4J_CHANNELS_LAST = new Layout(ConvolutionOrder.OIHW, DenseOrder.IO, FlattenOrder.HWC);

    private static final String CONVOLUTION = "convolution";
    private static final String DENSE = "dense";
    private static final String FLATTEN = "flatten";

    public enum ConvolutionOrder implements Choice {
        OIHW,
        HWIO;

        @Override
        public String label() {
            return name();
        }
    }

    public enum DenseOrder implements Choice {
        OI,
        IO;

        @Override
        public String label() {
            return name();
        }
    }

    public enum FlattenOrder implements Choice {
        CHW,
        HWC;

        @Override
        public String label() {
            return name();
        }
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(CONVOLUTION, convolution.name())
                .put(DENSE, dense.name())
                .put(FLATTEN, flatten.name());
    }

    /** The layout that a description names; what it leaves out is as in {@link #DEFAULT}. */
    static Layout read(String where, JsonNode description) {
        if (!description.has("layout")) {
            return DEFAULT;
        }
        CheckedNode node = new CheckedNode(where + " layout", description.get("layout"));
        node.allowOnly(List.of(CONVOLUTION, DENSE, FLATTEN));
        return new Layout(
                choice(node, CONVOLUTION, DEFAULT.convolution),
                choice(node, DENSE, DEFAULT.dense),
                choice(node, FLATTEN, DEFAULT.flatten));
    }

    private static <E extends Enum<E> & Choice> E choice(CheckedNode node, String name, E otherwise) {
        String text = node.text(name, otherwise.name()).toUpperCase(Locale.ROOT);
        return Choices.read(node.where() + " " + name, text, "order", otherwise.getDeclaringClass());
    }

    /**
     * A layer's values in the default layout.
     *
     * @param values of the layer's array that {@code spec} describes, in this layout
     * @param node   the layer's place in the architecture
     */
    float[] reordered(float[] values, ParameterSpec spec, Architecture architecture, int node) {
        List<Integer> inputs = architecture.nodes().get(node).inputs();
        return switch (spec.order()) {
            case CONVOLUTION -> {
                int outputs = architecture.shapes().get(node + 1).channels();
                int channels = architecture.shapes().get(inputs.get(0)).channels();
                yield convolution(values, outputs, channels);
            }
            case DEPTHWISE ->
                depthwise(values, architecture.shapes().get(node + 1).channels());
            case DENSE ->
                dense(values, architecture.shapes().get(node + 1).size(), flattened(architecture, inputs.get(0)));
            case FEATURE ->
                architecture.shapes().get(inputs.get(0)).isVector()
                        ? features(values, flattened(architecture, inputs.get(0)))
                        : values;
            case OUTPUT -> values;
        };
    }

    /** The image that a vector was; where no order is to be changed, it does not matter whether it was one. */
    private Shape flattened(Architecture architecture, int value) {
        return flatten == FlattenOrder.CHW ? architecture.shapes().get(value) : Flattening.imageOf(architecture, value);
    }

    /** A convolution's weights in the order output, input, height, width. */
    public float[] convolution(float[] values, int outputs, int channels) {
        if (convolution == ConvolutionOrder.OIHW) {
            return values;
        }
        int area = values.length / outputs / channels;
        float[] result = new float[values.length];
        int from = 0;
        for (int tap = 0; tap < area; tap++) {
            for (int channel = 0; channel < channels; channel++) {
                for (int filter = 0; filter < outputs; filter++) {
                    result[(filter * channels + channel) * area + tap] = values[from++];
                }
            }
        }
        return result;
    }

    /** A depthwise convolution's weights in the order input, multiple, height, width; HWIO's is height, width, output. */
    private float[] depthwise(float[] values, int outputs) {
        return convolution(values, outputs, 1);
    }

    /** A dense layer's weights in the order output, input, the inputs in CHW order of the image that they were. */
    public float[] dense(float[] values, int units, Shape image) {
        int inputs = image.size();
        float[] result = new float[values.length];
        for (int input = 0; input < inputs; input++) {
            int to = channelsFirst(input, image);
            for (int unit = 0; unit < units; unit++) {
                result[unit * inputs + to] =
                        values[dense == DenseOrder.OI ? unit * inputs + input : input * units + unit];
            }
        }
        return result;
    }

    /** One value per feature, in CHW order of the image that they were. */
    public float[] features(float[] values, Shape image) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[channelsFirst(i, image)] = values[i];
        }
        return result;
    }

    private int channelsFirst(int position, Shape image) {
        if (flatten == FlattenOrder.CHW) {
            return position;
        }
        int area = image.height() * image.width();
        return position % image.channels() * area + position / image.channels();
    }
}
