/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A quantized network as two files: {@value #DESCRIPTION} with all that is no weight, and {@value #INTEGERS} with the
 * raw weights and biases as little-endian 64-bit integers, layer after layer. Both carry a SHA-256, so that a changed
 * byte is found.
 */
public final class QuantizedNetworkStore {
    public static final String DESCRIPTION = "quantized.json";
    public static final String INTEGERS = "quantized.bin";

    /** Of the two files' form. */
    private static final int VERSION = 2;

    private static final String VERSION_FIELD = "version";
    private static final String DIGEST_FIELD = "sha256";
    private static final String INTEGERS_DIGEST_FIELD = "integersSha256";

    private QuantizedNetworkStore() {}

    /** Writes both files. The same network gives the same bytes. */
    public static void save(QuantizedNetwork network, Path folder) {
        NetworkJson.Written written = NetworkJson.write(network);
        byte[] integers = written.integers();
        ObjectNode description = written.description();
        description.put(VERSION_FIELD, VERSION);
        description.put(INTEGERS_DIGEST_FIELD, Digest.of(integers));
        description.put(DIGEST_FIELD, Digest.of(Json.write(description)));
        AtomicFile.write(folder.resolve(INTEGERS), integers);
        AtomicFile.write(folder.resolve(DESCRIPTION), Json.write(description));
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws InvalidSettingException if a file is missing, damaged or of another version; the message names the file
     */
    public static QuantizedNetwork load(Path folder) {
        Path description = folder.resolve(DESCRIPTION);
        Path integers = folder.resolve(INTEGERS);
        try {
            ObjectNode json = Json.read(description, ObjectNode.class);
            checkVersion(json);
            checkDigest(description, json.remove(DIGEST_FIELD), Digest.of(Json.write(json)));
            byte[] bytes = Files.readAllBytes(integers);
            checkDigest(integers, json.get(INTEGERS_DIGEST_FIELD), Digest.of(bytes));
            LongBuffer raw =
                    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
            json.remove(List.of(VERSION_FIELD, INTEGERS_DIGEST_FIELD));
            return NetworkJson.read(json, raw);
        } catch (IllegalArgumentException | InvalidSettingException | IOException | UncheckedIOException e) {
            throw unreadable(folder, e);
        }
    }

    static InvalidSettingException unreadable(Path folder, Exception e) {
        return new InvalidSettingException(
                "The quantized network in " + folder + " cannot be read: " + e.getMessage()
                        + (e.getMessage().endsWith(".") ? "" : ".") + " Run the goal quantize again to write it again.",
                e);
    }

    private static void checkVersion(JsonNode json) {
        int version = json.path(VERSION_FIELD).asInt();
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    DESCRIPTION + " is of version " + version + ", but this plugin reads version " + VERSION);
        }
    }

    private static void checkDigest(Path file, JsonNode expected, String found) {
        if (expected == null || !expected.asText().equals(found)) {
            throw new IllegalArgumentException(file.getFileName() + " was changed or damaged: its SHA-256 is " + found
                    + ", expected " + (expected == null ? "none" : expected.asText()));
        }
    }
}
