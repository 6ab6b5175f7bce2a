/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.mnisthls.loading.array.NumberArray;
import io.github.mnisthls.loading.layer.NotReadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of one tensor, as test data come with models of ONNX. */
public final class TensorFile {
    private static final int MAX_BYTES = 128 << 20;

    private TensorFile() {}

    /**
     * The tensor.
     *
     * @throws NotReadable if the file holds anything else
     */
    public static NumberArray read(Path file) {
        String again = "Copy it again.";
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new NotReadable("it has more than " + (MAX_BYTES >> 20) + " MiB", "Use fewer images.");
            }
            Tensor tensor = new TensorReader(file.toAbsolutePath().getParent())
                    .read(TensorProto.parseFrom(Files.readAllBytes(file)));
            return new NumberArray(tensor.extents(), tensor.toArray());
        } catch (InvalidProtocolBufferException e) {
            throw new NotReadable("it is not a tensor of ONNX (" + e.getMessage() + ")", again);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
