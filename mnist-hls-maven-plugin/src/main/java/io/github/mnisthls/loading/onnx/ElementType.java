/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.mnisthls.loading.array.HalfFloat;
import io.github.mnisthls.loading.layer.NotReadable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Types of constants: how their values lie in bytes, and in the fields of a file that has them one by one. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum ElementType {
    FLOAT(
            DataType.FLOAT,
            4,
            false,
            ByteBuffer::getFloat,
            proto -> proto.getFloatDataList().stream()
                    .mapToDouble(Float::doubleValue)
                    .toArray()),
    DOUBLE(
            DataType.DOUBLE,
            8,
            false,
            ByteBuffer::getDouble,
            proto -> proto.getDoubleDataList().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray()),
    FLOAT16(
            DataType.FLOAT16,
            2,
            false,
            bytes -> HalfFloat.toDouble(bytes.getShort()),
            proto -> ints(proto)
                    .mapToDouble(bits -> HalfFloat.toDouble((short) bits))
                    .toArray()),
    BFLOAT16(
            DataType.BFLOAT16,
            2,
            false,
            bytes -> brain(bytes.getShort()),
            proto -> ints(proto).mapToDouble(bits -> brain((short) bits)).toArray()),
    INT8(DataType.INT8, 1, true, ByteBuffer::get, ElementType::wholes),
    UINT8(DataType.UINT8, 1, true, bytes -> Byte.toUnsignedInt(bytes.get()), ElementType::wholes),
    BOOL(DataType.BOOL, 1, true, ByteBuffer::get, ElementType::wholes),
    INT16(DataType.INT16, 2, true, ByteBuffer::getShort, ElementType::wholes),
    UINT16(DataType.UINT16, 2, true, bytes -> Short.toUnsignedInt(bytes.getShort()), ElementType::wholes),
    INT32(DataType.INT32, 4, true, ByteBuffer::getInt, ElementType::wholes),
    INT64(
            DataType.INT64,
            8,
            true,
            bytes -> exact(bytes.getLong()),
            proto -> longs(proto).mapToDouble(ElementType::exact).toArray());

    private static final long MAX_EXACT = 1L << 53;

    private final DataType type;
    private final int bytes;
    private final boolean whole;
    private final ToDoubleFunction<ByteBuffer> next;
    private final Function<TensorProto, double[]> fields;

    ElementType(
            DataType type,
            int bytes,
            boolean whole,
            ToDoubleFunction<ByteBuffer> next,
            Function<TensorProto, double[]> fields) {
        this.type = type;
        this.bytes = bytes;
        this.whole = whole;
        this.next = next;
        this.fields = fields;
    }

    static ElementType of(String name, int number) {
        return Arrays.stream(values())
                .filter(type -> type.type.getNumber() == number)
                .findFirst()
                .orElseThrow(() -> new NotReadable(
                        name + " is of type "
                                + (DataType.forNumber(number) == null ? number : DataType.forNumber(number)),
                        "Convert it to float32 and export the model again."));
    }

    int bytes() {
        return bytes;
    }

    boolean isWhole() {
        return whole;
    }

    /** Of whole numbers, whether some are below 0. */
    boolean isSigned() {
        return !name().startsWith("U") && this != BOOL;
    }

    double next(ByteBuffer from) {
        return next.applyAsDouble(from);
    }

    double[] fields(TensorProto proto) {
        return fields.apply(proto);
    }

    private static IntStream ints(TensorProto proto) {
        return proto.getInt32DataList().stream().mapToInt(Integer::intValue);
    }

    private static LongStream longs(TensorProto proto) {
        return proto.getInt64DataList().stream().mapToLong(Long::longValue);
    }

    private static double[] wholes(TensorProto proto) {
        return ints(proto).asDoubleStream().toArray();
    }

    /** Huge numbers stand for "to the end" in slices, where the nearest one does as well. */
    private static double exact(long value) {
        return Math.max(-MAX_EXACT, Math.min(value, MAX_EXACT));
    }

    private static double brain(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }
}
