/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.github.mnisthls.loading.layer.End;
import io.github.mnisthls.network.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The image that a model is given. */
final class ModelInput {
    /** Of a whole image. */
    private static final int MAX_PIXELS = 1 << 22;

    private static final int MAX_CHANNELS = 4;
    private static final int IMAGE_RANK = 4;
    private static final List<Long> TO_CHANNELS_FIRST = List.of(0L, 3L, 1L, 2L);

    private ModelInput() {}

    static ValueInfoProto find(Path file, GraphProto graph, Set<String> constants) {
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> !constants.contains(input.getName()))
                .toList();
        if (inputs.size() != 1) {
            throw OnnxFile.refused(
                    file,
                    "it has " + inputs.size() + " inputs: "
                            + inputs.stream().map(ValueInfoProto::getName).toList(),
                    "Export a model with one: the image.");
        }
        return inputs.get(0);
    }

    /**
     * A batch of unknown size is one of one image, which is what the network is given.
     *
     * @param images shape of the images, by which a vector of their size is known
     */
    static Signal signal(Path file, GraphProto graph, ValueInfoProto input, Shape images) {
        TypeProto.Tensor type = input.getType().getTensorType();
        List<Integer> extents = new ArrayList<>();
        for (Dimension dimension : type.getShape().getDimList()) {
            boolean open = !dimension.hasDimValue() || dimension.getDimValue() <= 0;
            if ((open && !extents.isEmpty()) || dimension.getDimValue() > MAX_PIXELS) {
                throw refused(file, input);
            }
            extents.add(open ? 1 : (int) dimension.getDimValue());
        }
        long pixels =
                extents.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> Math.min(a * b, MAX_PIXELS + 1));
        if (extents.size() < 2 || extents.size() > IMAGE_RANK || pixels > MAX_PIXELS) {
            throw refused(file, input);
        }
        int batch = extents.get(0);
        int second = extents.get(1);
        return switch (extents.size()) {
            case 2 -> vector(batch, second, images);
            case 3 ->
                new Signal(0, new Shape(1, second, extents.get(2)), batch, List.of(), End.NONE)
                        .lying(Axis.BATCH, Axis.ROW, Axis.COLUMN);
            default -> image(extents, channelsLast(graph, input.getName(), extents));
        };
    }

    private static Signal vector(int batch, int size, Shape images) {
        // With several channels it could lie either way.
        if (size != images.size() || images.channels() != 1) {
            return new Signal(0, Shape.vector(size), batch, List.of(), End.NONE).lying(Axis.BATCH, Axis.CHANNEL);
        }
        Signal image = new Signal(0, images, batch, List.of(), End.NONE).lying(Axis.BATCH, Axis.ROW, Axis.COLUMN);
        return image.reshaped(List.of(batch, size));
    }

    private static Signal image(List<Integer> extents, boolean channelsLast) {
        int batch = extents.get(0);
        if (channelsLast) {
            return new Signal(0, new Shape(extents.get(3), extents.get(1), extents.get(2)), batch, List.of(), End.NONE)
                    .lying(Axis.BATCH, Axis.ROW, Axis.COLUMN, Axis.CHANNEL);
        }
        return new Signal(0, new Shape(extents.get(1), extents.get(2), extents.get(3)), batch, List.of(), End.NONE)
                .lying(Axis.BATCH, Axis.CHANNEL, Axis.ROW, Axis.COLUMN);
    }

    /** What it is taken for decides no arithmetic: a convolution over the wrong axes would be refused. */
    private static boolean channelsLast(GraphProto graph, String name, List<Integer> extents) {
        boolean transposed = graph.getNodeList().stream()
                .filter(node -> node.getInputList().contains(name))
                .anyMatch(ModelInput::toChannelsFirst);
        return transposed || (extents.get(1) > MAX_CHANNELS && extents.get(3) <= MAX_CHANNELS);
    }

    private static boolean toChannelsFirst(NodeProto node) {
        return node.getOpType().equals("Transpose")
                && node.getAttributeList().stream()
                        .anyMatch(attribute -> attribute.getIntsList().equals(TO_CHANNELS_FIRST));
    }

    private static RuntimeException refused(Path file, ValueInfoProto input) {
        return OnnxFile.refused(
                file,
                "its input '" + input.getName() + "' is not an image of known size",
                "Export it with a fixed size: batch, channels, rows, columns.");
    }
}
