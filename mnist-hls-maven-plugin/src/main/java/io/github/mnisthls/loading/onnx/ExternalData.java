/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.github.mnisthls.loading.layer.NotReadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Values that lie in a file beside the model.
 *
 * @param folder of the model; nothing outside of it is read
 */
record ExternalData(Path folder) {
    private static final String LOCATION = "location";
    private static final Set<String> KEYS = Set.of(LOCATION, "offset", "length", "checksum");

    private static final String AGAIN = "Copy the model's folder again, or export the model as one file.";

    /** Those files that the graph's constants name and that may be read. */
    static List<Path> files(Path model, GraphProto graph) {
        ExternalData data = new ExternalData(model.toAbsolutePath().getParent());
        TreeSet<Path> files = new TreeSet<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            for (StringStringEntryProto entry : tensor.getExternalDataList()) {
                if (entry.getKey().equals(LOCATION)) {
                    data.readable(entry.getValue()).ifPresent(files::add);
                }
            }
        }
        return List.copyOf(files);
    }

    /** What cannot be read is told by its reading. */
    private Optional<Path> readable(String location) {
        try {
            return Optional.of(file("", location));
        } catch (NotReadable e) {
            return Optional.empty();
        }
    }

    ByteBuffer read(TensorProto proto, long bytes) {
        String name = "external data of constant '" + proto.getName() + "'";
        Map<String, String> entries = new TreeMap<>();
        for (StringStringEntryProto entry : proto.getExternalDataList()) {
            if (!KEYS.contains(entry.getKey()) || entries.put(entry.getKey(), entry.getValue()) != null) {
                throw new NotReadable(
                        name + ": the entry '" + entry.getKey() + "' is not known, or stands twice", AGAIN);
            }
        }
        Path file = file(name, entries.getOrDefault(LOCATION, ""));
        long offset = number(name, entries.getOrDefault("offset", "0"));
        long length = number(name, entries.getOrDefault("length", Long.toString(bytes)));
        try (FileChannel channel = FileChannel.open(file)) {
            if (length != bytes || offset > channel.size() - bytes) {
                throw new NotReadable(
                        name + ": " + bytes + " bytes are needed from byte " + offset + ", and " + file.getFileName()
                                + " has " + channel.size(),
                        AGAIN);
            }
            ByteBuffer values = ByteBuffer.allocate((int) bytes);
            while (values.hasRemaining() && channel.read(values, offset + values.position()) >= 0) {}
            return values.flip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Path file(String name, String location) {
        try {
            Path home = folder.toRealPath();
            Path file = home.resolve(location).normalize();
            // Links could lead outside as well.
            if (Files.isRegularFile(file)
                    && file.toRealPath().startsWith(home)
                    && !Path.of(location).isAbsolute()) {
                return file.toRealPath();
            }
        } catch (InvalidPathException e) {
            throw new NotReadable(name + ": '" + location + "' is not a path", AGAIN);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
        throw new NotReadable(name + ": '" + location + "' is not a file in the model's folder", AGAIN);
    }

    private static long number(String name, String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new NotReadable(name + ": '" + text + "' is not a number", AGAIN);
        }
        throw new NotReadable(name + ": '" + text + "' is negative", AGAIN);
    }
}
