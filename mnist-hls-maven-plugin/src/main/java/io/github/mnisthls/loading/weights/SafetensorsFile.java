/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.weights;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.loading.array.HalfFloat;
import io.github.mnisthls.loading.array.NumberArray;
import io.github.mnisthls.loading.layer.NotReadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The length of a header in eight bytes, the header in JSON, then the numbers of all tensors one after the other. */
final class SafetensorsFile {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_HEADER = 4 << 20;
    private static final String METADATA = "__metadata__";
    private static final String AGAIN = "Save or copy the file again.";
    private static final Set<String> FIELDS = Set.of("dtype", "shape", "data_offsets");

    private SafetensorsFile() {}

    /**
     * How numbers of a type lie in the file.
     *
     * @param bytes of one
     */
    private record Type(int bytes, ToDoubleFunction<ByteBuffer> next) {}

    private static final Map<String, Type> TYPES = Map.of(
            "F64", new Type(Double.BYTES, ByteBuffer::getDouble),
            "F32", new Type(Float.BYTES, ByteBuffer::getFloat),
            "F16", new Type(Short.BYTES, bytes -> HalfFloat.toDouble(bytes.getShort())),
            "BF16", new Type(Short.BYTES, bytes -> Float.intBitsToFloat(bytes.getShort() << Short.SIZE)),
            "I64", new Type(Long.BYTES, ByteBuffer::getLong),
            "I32", new Type(Integer.BYTES, ByteBuffer::getInt),
            "I16", new Type(Short.BYTES, ByteBuffer::getShort),
            "I8", new Type(Byte.BYTES, ByteBuffer::get),
            "U8", new Type(Byte.BYTES, bytes -> Byte.toUnsignedInt(bytes.get())));

    /** All tensors by name. */
    static Map<String, NumberArray> read(Path file) {
        ByteBuffer bytes = bytes(file);
        long length = bytes.remaining() < Long.BYTES ? -1 : bytes.getLong();
        if (length < 0 || length > Math.min(MAX_HEADER, bytes.remaining())) {
            throw new NotReadable("its header has " + length + " bytes where " + bytes.remaining() + " follow", AGAIN);
        }
        byte[] header = new byte[(int) length];
        bytes.get(header);
        ByteBuffer numbers = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        Map<String, NumberArray> tensors = new TreeMap<>();
        SortedMap<Integer, Integer> parts = new TreeMap<>();
        parse(header).properties().forEach(field -> {
            if (!field.getKey().equals(METADATA)) {
                tensors.put(field.getKey(), tensor("'" + field.getKey() + "'", field.getValue(), numbers, parts));
            }
        });
        checkNothingIsLeft(parts, numbers.capacity());
        return tensors;
    }

    private static ByteBuffer bytes(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new NotReadable(
                        "it has more than " + (MAX_BYTES >> 20) + " MiB", "Networks of that size are not supported.");
            }
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static JsonNode parse(byte[] header) {
        try {
            JsonNode json = Json.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header))
                    .toString());
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (CharacterCodingException e) {
            throw new NotReadable("its header is not text in UTF-8", AGAIN);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new NotReadable("its header is not JSON (" + e.getMessage() + ")", AGAIN);
        }
        throw new NotReadable("its header is not a list of tensors", AGAIN);
    }

    private static NumberArray tensor(String name, JsonNode node, ByteBuffer numbers, Map<Integer, Integer> parts) {
        JsonNode offsets = node.path("data_offsets");
        JsonNode shape = node.path("shape");
        List<String> fields = new ArrayList<>();
        node.fieldNames().forEachRemaining(fields::add);
        if (!FIELDS.equals(Set.copyOf(fields)) || offsets.size() != 2 || !shape.isArray()) {
            throw new NotReadable(
                    name + " has the fields " + fields + ", expected "
                            + FIELDS.stream().sorted().toList(),
                    AGAIN);
        }
        Type type = TYPES.get(node.path("dtype").asText());
        if (type == null) {
            throw new NotReadable(
                    name + " is of type " + node.path("dtype").asText(), "Convert it to float32 and save it again.");
        }
        List<Integer> extents = new ArrayList<>();
        long size = type.bytes();
        for (JsonNode extent : shape) {
            size *= extent.isInt() && extent.intValue() >= 0 ? extent.intValue() : MAX_BYTES + 1L;
            if (size > MAX_BYTES) {
                throw new NotReadable(name + " has the shape " + shape, "Networks of that size are not supported.");
            }
            extents.add(extent.intValue());
        }
        int first = offsets.get(0).isInt() ? offsets.get(0).intValue() : -1;
        int end = offsets.get(1).isInt() ? offsets.get(1).intValue() : -1;
        if (first < 0 || end > numbers.capacity() || end - (long) first != size) {
            throw new NotReadable(
                    name + " lies at " + offsets + ", needs " + size + " bytes, and there are " + numbers.capacity(),
                    AGAIN);
        }
        if (size > 0 && parts.put(first, end) != null) {
            throw new NotReadable(name + " lies where another tensor does", AGAIN);
        }
        ByteBuffer own = numbers.slice(first, (int) size).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[(int) size / type.bytes()];
        for (int i = 0; i < values.length; i++) {
            values[i] = type.next().applyAsDouble(own);
        }
        return new NumberArray(extents, values);
    }

    /** Tensors lie one after the other: nothing overlaps, and no byte is passed over. */
    private static void checkNothingIsLeft(SortedMap<Integer, Integer> parts, int bytes) {
        int at = 0;
        for (Map.Entry<Integer, Integer> part : parts.entrySet()) {
            if (part.getKey() != at) {
                throw new NotReadable(
                        "a tensor begins at byte " + part.getKey() + ", and the one before ends at " + at, AGAIN);
            }
            at = part.getValue();
        }
        if (at != bytes) {
            throw new NotReadable("its tensors end at byte " + at + " of " + bytes, AGAIN);
        }
    }
}
