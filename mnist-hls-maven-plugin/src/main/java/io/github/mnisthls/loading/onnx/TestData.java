/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a model should compute for one input, as the ONNX model zoo ships it.
 *
 * @param input  in the order channel, row, column
 * @param output as the file has it
 */
public record TestData(FloatVector input, FloatVector output) {
    private static final int IMAGE_RANK = 4;

    /**
     * Reads {@code input_0.pb} and {@code output_0.pb}.
     *
     * @param shape of the image, which tells how the file's input lies
     * @throws io.github.mnisthls.settings.InvalidSettingException if they are damaged or belong to another model
     */
    public static TestData read(Path folder, Shape shape) {
        Tensor input = tensor(folder.resolve("input_0.pb"));
        Tensor output = tensor(folder.resolve("output_0.pb"));
        if (input.size() != shape.size()) {
            throw OnnxFile.refused(
                    folder,
                    "its input has the extents " + input.extents() + ", and the model takes " + shape,
                    "Give one image, of this model.");
        }
        boolean channelsLast = input.rank() == IMAGE_RANK
                && !input.extents()
                        .subList(1, IMAGE_RANK)
                        .equals(List.of(shape.channels(), shape.height(), shape.width()));
        Tensor ordered = channelsLast ? input.transposed(List.of(0, 3, 1, 2)) : input;
        return new TestData(ordered.floats("the input"), output.floats("the output"));
    }

    private static Tensor tensor(Path file) {
        try {
            return new TensorReader(file.toAbsolutePath().getParent())
                    .read(TensorProto.parseFrom(Files.readAllBytes(file)));
        } catch (InvalidProtocolBufferException | NotReadable e) {
            throw OnnxFile.refused(file, "it is no tensor of ONNX (" + e.getMessage() + ")", "Copy it again.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
