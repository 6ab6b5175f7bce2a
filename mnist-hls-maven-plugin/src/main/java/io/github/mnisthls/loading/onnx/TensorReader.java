/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.mnisthls.loading.layer.NotReadable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads constants of every type whose values a double holds.
 *
 * @param folder of the model, beside which its external data lie
 */
record TensorReader(Path folder) {
    /** Fields that newer versions have and that hold remarks only. */
    private static final Set<Integer> REMARKS = Set.of(16);

    Tensor read(TensorProto proto) {
        String name = "constant '" + proto.getName() + "'";
        if (!REMARKS.containsAll(proto.getUnknownFields().asMap().keySet()) || proto.hasSegment()) {
            throw new NotReadable(name + " has fields that are not known", "Export it with an older version of ONNX.");
        }
        List<Integer> extents = new ArrayList<>();
        for (long extent : proto.getDimsList()) {
            extents.add((int) Math.max(-1, Math.min(extent, Integer.MAX_VALUE)));
        }
        int size = Tensor.size(extents);
        boolean external = proto.getDataLocation() == TensorProto.DataLocation.EXTERNAL;
        if (!external && proto.getExternalDataCount() > 0) {
            throw new NotReadable(name + " has external data that it does not use", "Export the model again.");
        }
        ElementType type = ElementType.of(name, proto.getDataType());
        double[] values;
        if (external) {
            values = decode(name, type, new ExternalData(folder).read(proto, (long) size * type.bytes()), size);
        } else if (!proto.getRawData().isEmpty()) {
            values = decode(name, type, proto.getRawData().asReadOnlyByteBuffer(), size);
        } else {
            values = type.fields(proto);
        }
        if (values.length != size) {
            throw new NotReadable(
                    name + " has the shape " + extents + " and " + values.length + " values",
                    "The file is damaged: export or copy the model again.");
        }
        return new Tensor(extents, values, type.isWhole()).ofType(type);
    }

    private static double[] decode(String name, ElementType type, ByteBuffer bytes, int size) {
        if (bytes.remaining() != (long) size * type.bytes()) {
            throw new NotReadable(
                    name + " needs " + (long) size * type.bytes() + " bytes and has " + bytes.remaining(),
                    "The file is damaged: export or copy the model again.");
        }
        ByteBuffer ordered = bytes.order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = type.next(ordered);
        }
        return values;
    }
}
