/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.array;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Types of numbers that NumPy writes, under the names that it gives them behind the byte order. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold no state
enum NumberType {
    FLOAT16("f2", 2, bytes -> HalfFloat.toDouble(bytes.getShort())),
    FLOAT32("f4", 4, ByteBuffer::getFloat),
    FLOAT64("f8", 8, ByteBuffer::getDouble),
    BOOL("b1", 1, ByteBuffer::get),
    INT8("i1", 1, ByteBuffer::get),
    UINT8("u1", 1, bytes -> Byte.toUnsignedInt(bytes.get())),
    INT16("i2", 2, ByteBuffer::getShort),
    UINT16("u2", 2, bytes -> Short.toUnsignedInt(bytes.getShort())),
    INT32("i4", 4, ByteBuffer::getInt),
    UINT32("u4", 4, bytes -> Integer.toUnsignedLong(bytes.getInt())),
    INT64("i8", 8, ByteBuffer::getLong);

    private final String code;
    private final int bytes;
    private final ToDoubleFunction<ByteBuffer> next;

    NumberType(String code, int bytes, ToDoubleFunction<ByteBuffer> next) {
        this.code = code;
        this.bytes = bytes;
        this.next = next;
    }

    static Optional<NumberType> of(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    int bytes() {
        return bytes;
    }

    double next(ByteBuffer from) {
        return next.applyAsDouble(from);
    }
}
