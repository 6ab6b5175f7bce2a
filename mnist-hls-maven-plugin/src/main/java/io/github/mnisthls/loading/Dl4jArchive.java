/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.files.CheckedZip;
import io.github.mnisthls.files.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.ZipException;

/**
 * A zip of a DL4J {@code MultiLayerNetwork} or {@code ComputationGraph} whose configuration names no class but DL4J's own. Only configuration and values
 * are ever unpacked, and no more of them than a network can hold.
 *
 * @param configuration as JSON that was written anew from what was checked
 * @param values        all parameters, in ND4J's format
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record Dl4jArchive(String configuration, byte[] values) {
    private static final String CONFIGURATION = "configuration.json";

    /** What the configuration of a chain and that of a graph have in it. */
    private static final String CHAIN = "confs";

    private static final String GRAPH = "vertices";

    private static final String VALUES = "coefficients.bin";

    /** What {@code ModelSerializer} writes besides; not read. */
    private static final Set<String> IGNORED = Set.of("updaterState.bin", "noParams.marker");

    private static final int MAX_ENTRIES = 16;
    private static final int MAX_CONFIGURATION_BYTES = 16 << 20;
    private static final int MAX_VALUE_BYTES = 256 << 20;

    /** The updater's state is a multiple of the values. */
    private static final int MAX_IGNORED_BYTES = 1 << 30;

    /**
     * Reads and checks a zip.
     *
     * @throws io.github.mnisthls.settings.InvalidSettingException if it is damaged, too large, or holds anything else
     */
    public static Dl4jArchive read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw ModelFile.refused(file, "there is no such file", "Name a DL4J zip or a folder of raw float32 files.");
        }
        try (CheckedZip zip = new CheckedZip(file)) {
            checkEntries(file, zip);
            String json = new String(unpack(file, zip, CONFIGURATION, MAX_CONFIGURATION_BYTES), StandardCharsets.UTF_8);
            JsonNode checked = parse(file, json);
            ClassAllowList.check(file, checked);
            checkKind(file, checked);
            // Written anew: what DL4J reads is what was checked, whatever its own reader makes of the file's text.
            return new Dl4jArchive(Json.write(checked), unpack(file, zip, VALUES, MAX_VALUE_BYTES));
        } catch (ZipException | EOFException e) {
            throw ModelFile.refused(
                    file, "it is not a complete zip file (" + e.getMessage() + ")", "Save or copy the model again.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Whether it is a {@code ComputationGraph} rather than a {@code MultiLayerNetwork}. */
    public boolean isGraph() {
        return Json.parse(configuration).has(GRAPH);
    }

    private static void checkKind(Path file, JsonNode configuration) {
        if (!configuration.path(GRAPH).isObject() && !configuration.path(CHAIN).isArray()) {
            throw ModelFile.refused(
                    file,
                    CONFIGURATION + " has neither '" + CHAIN + "' nor '" + GRAPH + "'",
                    "Name a model that ModelSerializer.writeModel of DL4J 1.0.0-M2.1 wrote from a MultiLayerNetwork or"
                            + " a ComputationGraph.");
        }
    }

    private static void checkEntries(Path file, CheckedZip zip) throws IOException {
        if (zip.count() > MAX_ENTRIES) {
            throw ModelFile.refused(
                    file, "it has " + zip.count() + " entries", "A DL4J model has three: save the model again.");
        }
        for (String name : zip.names()) {
            if (IGNORED.contains(name)) {
                checkSize(file, zip, name, MAX_IGNORED_BYTES);
                zip.verify(name);
            } else if (!name.equals(CONFIGURATION) && !name.equals(VALUES)) {
                throw ModelFile.refused(
                        file,
                        "it holds '" + name + "', which is not part of a plain network",
                        "Save it by ModelSerializer.writeModel(network, file, false), without normalizer or other"
                                + " objects: networks are given pixels from 0 to 1.");
            }
        }
    }

    private static byte[] unpack(Path file, CheckedZip zip, String name, int limit) throws IOException {
        checkSize(file, zip, name, limit);
        return zip.read(name);
    }

    private static void checkSize(Path file, CheckedZip zip, String name, int limit) {
        OptionalLong size = zip.size(name);
        if (size.isEmpty()) {
            throw ModelFile.refused(
                    file,
                    "it holds no " + name,
                    "Name a model that ModelSerializer.writeModel wrote from a MultiLayerNetwork or a"
                            + " ComputationGraph.");
        }
        if (size.getAsLong() > limit) {
            throw ModelFile.refused(
                    file,
                    name + " unpacks to more than " + (limit >> 20) + " MiB",
                    "Networks of that size are not supported.");
        }
    }

    private static JsonNode parse(Path file, String json) {
        try {
            return Json.parse(json);
        } catch (IllegalArgumentException e) {
            throw ModelFile.refused(
                    file, CONFIGURATION + " is not JSON (" + e.getMessage() + ")", "Save or copy the model again.");
        }
    }
}
