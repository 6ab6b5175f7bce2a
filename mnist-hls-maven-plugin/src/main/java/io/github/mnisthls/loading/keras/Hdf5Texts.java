/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.jhdf.GlobalHeap;
import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import io.jhdf.storage.HdfBackingStorage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attributes that are texts. Keras declares them as ASCII and fills them with UTF-8, so their bytes are decoded here. */
final class Hdf5Texts {
    private static final int MAX_TEXTS = 10_000;
    private static final int OFFSET_BYTES = 8;

    /** Length, address of a heap, number of an object in it. */
    private static final int REFERENCE_BYTES = Integer.BYTES + OFFSET_BYTES + Integer.BYTES;

    private final HdfBackingStorage storage;
    private final Map<Long, GlobalHeap> heaps = new HashMap<>();

    Hdf5Texts(HdfBackingStorage storage) {
        this.storage = storage;
    }

    Optional<String> one(Node node, String name) {
        List<String> texts = list(node, name).orElse(List.of());
        return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    }

    /** A list, which Keras writes in several attributes if it is long. */
    Optional<List<String>> list(Node node, String name) {
        Attribute whole = node.getAttributes().get(name);
        if (whole != null) {
            return Optional.of(texts(whole));
        }
        List<String> all = new ArrayList<>();
        int parts = 0;
        while (node.getAttributes().containsKey(name + parts)) {
            all.addAll(texts(node.getAttributes().get(name + parts)));
            parts++;
        }
        return parts == 0 ? Optional.empty() : Optional.of(all);
    }

    private List<String> texts(Attribute attribute) {
        int count = Hdf5.size(attribute.getDimensionsAsLong());
        if (attribute.isEmpty() || count == 0) {
            return List.of();
        }
        if (count > MAX_TEXTS) {
            throw wrong(attribute, "is too long a list");
        }
        if (attribute.getDataType() instanceof StringData fixed) {
            return fixed(attribute.getBuffer(), fixed.getSize(), count);
        }
        boolean known = attribute.getDataType() instanceof VariableLength variable
                && variable.isVariableLengthString()
                && variable.getSize() == REFERENCE_BYTES
                && storage.getSizeOfOffsets() == OFFSET_BYTES;
        if (!known) {
            throw wrong(attribute, "is not text");
        }
        return referenced(attribute.getBuffer().order(ByteOrder.LITTLE_ENDIAN), count);
    }

    private static List<String> fixed(ByteBuffer buffer, int length, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(decoded(buffer, length));
        }
        return texts;
    }

    private List<String> referenced(ByteBuffer references, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = references.getInt();
            long heap = references.getLong();
            int index = references.getInt();
            texts.add(
                    length == 0
                            ? ""
                            : decoded(
                                    heaps.computeIfAbsent(heap, at -> new GlobalHeap(storage, at))
                                            .getObjectData(index),
                                    length));
        }
        return texts;
    }

    /** Up to the first zero, with which shorter texts are filled. */
    private static String decoded(ByteBuffer buffer, int length) {
        if (length < 0 || length > buffer.remaining()) {
            throw new NotReadable("a text is longer than what holds it", "Save the model again.");
        }
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(0) < 0 ? text : text.substring(0, text.indexOf(0));
    }

    private static NotReadable wrong(Attribute attribute, String problem) {
        return new NotReadable("attribute '" + attribute.getName() + "' " + problem, "Save the model again.");
    }
}
