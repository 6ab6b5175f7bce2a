/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import java.nio.BufferUnderflowException;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A quantized network as JSON, but for its weights and biases, which come as integers in the layers' order. */
final class NetworkJson {
    private static final String CONVOLUTION = "convolution";
    private static final String DENSE = "dense";
    private static final String MAX_POOL = "maxPool";
    private static final String AVERAGE_POOL = "averagePool";

    private NetworkJson() {}

    static ObjectNode write(QuantizedNetwork network) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", network.name());
        json.put("precision", network.precision());
        ObjectNode input = json.putObject("input");
        write(input, "shape", network.input().shape());
        input.put("format", network.input().format().toString());
        ArrayNode table = input.putArray("rawByPixel");
        for (long raw : network.input().rawByPixel().toArray()) {
            table.add(raw);
        }
        ArrayNode layers = json.putArray("layers");
        network.layers().forEach(layer -> write(layers.addObject(), layer));
        return json;
    }

    /** The weights and bias of a layer that has them. */
    static Optional<QuantizedAffine> affine(QuantizedLayer layer) {
        if (layer instanceof QuantizedConv2d conv) {
            return Optional.of(conv.affine());
        }
        return layer instanceof QuantizedDense dense ? Optional.of(dense.affine()) : Optional.empty();
    }

    private static void write(ObjectNode json, QuantizedLayer layer) {
        json.put("kind", kind(layer));
        json.put("name", layer.name());
        write(json, "input", layer.input());
        write(json, "output", layer.output());
        window(layer).ifPresent(window -> write(json.putObject("window"), window));
        json.put("inputFormat", layer.inputFormat().toString());
        affine(layer).ifPresent(affine -> {
            json.put("weightFormat", affine.weightFormat().toString());
            json.put("weightCount", affine.weights().size());
            json.put("biasFormat", affine.biasFormat().toString());
            json.put("biasCount", affine.bias().size());
        });
        if (layer instanceof QuantizedAveragePool pool) {
            json.put("sumFormat", pool.sumFormat().toString());
            json.put("reciprocalFormat", pool.reciprocalFormat().toString());
            json.put("reciprocal", pool.reciprocal());
        }
        json.put("accumulatorFormat", layer.accumulatorFormat().toString());
        json.put("outputFormat", layer.outputFormat().toString());
        json.put("relu", layer.relu());
    }

    private static String kind(QuantizedLayer layer) {
        if (layer instanceof QuantizedConv2d) {
            return CONVOLUTION;
        } else if (layer instanceof QuantizedDense) {
            return DENSE;
        }
        return layer instanceof QuantizedMaxPool ? MAX_POOL : AVERAGE_POOL;
    }

    private static Optional<Window> window(QuantizedLayer layer) {
        if (layer instanceof QuantizedConv2d conv) {
            return Optional.of(conv.window());
        } else if (layer instanceof QuantizedMaxPool pool) {
            return Optional.of(pool.window());
        }
        return layer instanceof QuantizedAveragePool pool ? Optional.of(pool.window()) : Optional.empty();
    }

    private static void write(ObjectNode json, String field, Shape shape) {
        json.putArray(field).add(shape.channels()).add(shape.height()).add(shape.width());
    }

    private static void write(ObjectNode json, Window window) {
        json.putArray("kernel").add(window.kernelHeight()).add(window.kernelWidth());
        json.putArray("stride").add(window.strideHeight()).add(window.strideWidth());
        Padding padding = window.padding();
        json.putArray("paddingTopBottomLeftRight")
                .add(padding.top())
                .add(padding.bottom())
                .add(padding.left())
                .add(padding.right());
    }

    /** @throws IllegalArgumentException if a field is missing, or the network makes no sense */
    static QuantizedNetwork read(JsonNode json, LongBuffer integers) {
        JsonNode input = json.required("input");
        long[] table = new long[input.required("rawByPixel").size()];
        for (int i = 0; i < table.length; i++) {
            table[i] = input.required("rawByPixel").get(i).asLong();
        }
        List<QuantizedLayer> layers = new ArrayList<>();
        for (JsonNode layer : json.required("layers")) {
            layers.add(readLayer(layer, integers));
        }
        if (integers.hasRemaining()) {
            throw new IllegalArgumentException(integers.remaining() + " integers are left over");
        }
        return new QuantizedNetwork(
                json.required("name").asText(),
                json.required("precision").asText(),
                new QuantizedInput(shape(input, "shape"), format(input, "format"), RawVector.of(table)),
                layers);
    }

    private static QuantizedLayer readLayer(JsonNode json, LongBuffer integers) {
        String name = json.required("name").asText();
        Shape input = shape(json, "input");
        Shape output = shape(json, "output");
        FixedPointFormat inputFormat = format(json, "inputFormat");
        FixedPointFormat accumulator = format(json, "accumulatorFormat");
        FixedPointFormat outputFormat = format(json, "outputFormat");
        boolean relu = json.required("relu").asBoolean();
        String kind = json.required("kind").asText();
        return switch (kind) {
            case CONVOLUTION ->
                new QuantizedConv2d(
                        name,
                        input,
                        output,
                        window(json),
                        inputFormat,
                        affine(json, integers),
                        accumulator,
                        outputFormat,
                        relu);
            case DENSE ->
                new QuantizedDense(
                        name, input, output, inputFormat, affine(json, integers), accumulator, outputFormat, relu);
            case MAX_POOL -> new QuantizedMaxPool(name, input, output, window(json), inputFormat, outputFormat, relu);
            case AVERAGE_POOL ->
                new QuantizedAveragePool(
                        name,
                        input,
                        output,
                        window(json),
                        inputFormat,
                        format(json, "sumFormat"),
                        format(json, "reciprocalFormat"),
                        json.required("reciprocal").asLong(),
                        accumulator,
                        outputFormat,
                        relu);
            default -> throw new IllegalArgumentException("layer " + name + " is of the unknown kind '" + kind + "'");
        };
    }

    private static QuantizedAffine affine(JsonNode json, LongBuffer integers) {
        RawVector weights = vector(integers, json.required("weightCount").asInt());
        RawVector bias = vector(integers, json.required("biasCount").asInt());
        return new QuantizedAffine(format(json, "weightFormat"), weights, format(json, "biasFormat"), bias);
    }

    private static RawVector vector(LongBuffer integers, int count) {
        long[] values = new long[Math.max(count, 0)];
        try {
            integers.get(values);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("there are fewer integers than the layers need", e);
        }
        return RawVector.of(values);
    }

    private static Window window(JsonNode json) {
        JsonNode window = json.required("window");
        int[] kernel = ints(window, "kernel", 2);
        int[] stride = ints(window, "stride", 2);
        int[] padding = ints(window, "paddingTopBottomLeftRight", 4);
        return new Window(
                kernel[0],
                kernel[1],
                stride[0],
                stride[1],
                new Padding(padding[0], padding[1], padding[2], padding[3]));
    }

    private static Shape shape(JsonNode json, String field) {
        int[] extents = ints(json, field, 3);
        return new Shape(extents[0], extents[1], extents[2]);
    }

    private static int[] ints(JsonNode json, String field, int count) {
        JsonNode array = json.required(field);
        if (array.size() != count) {
            throw new IllegalArgumentException(field + " has " + array.size() + " numbers instead of " + count);
        }
        int[] result = new int[count];
        for (int i = 0; i < count; i++) {
            result[i] = array.get(i).asInt();
        }
        return result;
    }

    private static FixedPointFormat format(JsonNode json, String field) {
        return FixedPointFormat.parse(json.required(field).asText());
    }
}
