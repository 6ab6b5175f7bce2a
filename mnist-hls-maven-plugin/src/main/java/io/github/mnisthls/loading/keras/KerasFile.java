/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.files.CheckedZip;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import io.jhdf.HdfFile;
import io.jhdf.api.Group;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipException;

/**
 * What is in a model's files.
 *
 * @param model   the configuration
 * @param version of Keras; empty if the file does not tell
 * @param weights of all layers
 */
record KerasFile(JsonNode model, String version, WeightSource weights) {
    static final String CONFIG = "config.json";
    static final String WEIGHTS = "model.weights.h5";

    private static final String METADATA = "metadata.json";
    private static final String VERSION = "keras_version";
    private static final String JSON_ENDING = ".json";
    private static final String WHOLE = "Save the whole model: model.save(\"model.keras\").";
    private static final int MAX_BYTES = 96 << 20;
    private static final int MAX_JSON_BYTES = 16 << 20;

    /** HDF5 and, if there is one beside it, where its configuration came from. */
    private record Stored(Optional<String> model, String version, String backend, Optional<WeightSource> weights) {}

    static KerasFile hdf5(Path file) {
        Stored stored = read(file, bytes(file, MAX_BYTES));
        String model = stored.model()
                .orElseThrow(() -> refused(
                        file,
                        "it holds weights without the network's layers",
                        WHOLE + " Or name X.json, as model.to_json() gives it, with these weights next to it as"
                                + " X_weights.h5."));
        return new KerasFile(parse(file, model), stored.version(), weights(file, stored));
    }

    static KerasFile zip(Path file) {
        try (CheckedZip zip = new CheckedZip(file)) {
            JsonNode model = parse(file, entry(file, zip, CONFIG));
            JsonNode metadata = parse(file, entry(file, zip, METADATA));
            Stored stored = read(file, entryBytes(file, zip, WEIGHTS, MAX_BYTES));
            return new KerasFile(model, metadata.path(VERSION).asText(), weights(file, stored));
        } catch (ZipException | EOFException e) {
            throw refused(
                    file, "it is not a complete zip file (" + e.getMessage() + ")", "Save or copy the model again.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Where the weights of {@code X.json} may be; nothing for other files. */
    static List<Path> beside(Path file) {
        String name = file.getFileName().toString();
        if (!name.toLowerCase(Locale.ROOT).endsWith(JSON_ENDING)) {
            return List.of();
        }
        String stem = name.substring(0, name.length() - JSON_ENDING.length());
        return List.of(file.resolveSibling(stem + "_weights.h5"), file.resolveSibling(stem + ".weights.h5"));
    }

    /** A configuration with {@code _weights.h5} or {@code .weights.h5} beside it. */
    static KerasFile json(Path file) {
        JsonNode model = parse(file, new String(bytes(file, MAX_JSON_BYTES), StandardCharsets.UTF_8));
        List<Path> beside = beside(file);
        Path weights = beside.stream().filter(Files::isRegularFile).findFirst().orElse(file);
        if (weights.equals(file)) {
            throw refused(
                    file,
                    "there is neither " + beside.get(0).getFileName() + " nor "
                            + beside.get(1).getFileName() + " next to it",
                    WHOLE);
        }
        Stored stored = read(weights, bytes(weights, MAX_BYTES));
        String version = model.path(VERSION).asText(stored.version());
        Stored told =
                new Stored(stored.model(), version, model.path("backend").asText(stored.backend()), stored.weights());
        return new KerasFile(model, version, weights(file, told));
    }

    private static WeightSource weights(Path file, Stored stored) {
        boolean unknown = stored.backend().isEmpty() && stored.version().startsWith("1.");
        if (unknown || stored.backend().equals("theano")) {
            throw refused(
                    file,
                    (unknown ? "it may have been" : "it was")
                            + " written by Keras on Theano, whose convolutions flip their kernels",
                    "Load it with Keras 2 on TensorFlow and save it again.");
        }
        return stored.weights().orElseThrow(() -> refused(file, "it holds no weights as Keras writes them", WHOLE));
    }

    private static Stored read(Path file, byte[] content) {
        return GuardedReading.run(file, () -> {
            try (HdfFile hdf5 = HdfFile.fromBytes(content)) {
                Hdf5 checked = new Hdf5(hdf5);
                checked.checkWhole();
                Group weights = Hdf5.group(hdf5, "model_weights").orElse(hdf5);
                Optional<WeightSource> source = Optional.empty();
                if (NumberedWeights.isThere(hdf5)) {
                    source = Optional.of(NumberedWeights.read(checked));
                } else if (checked.texts().list(weights, "layer_names").isPresent()) {
                    source = Optional.of(NamedWeights.read(checked, weights));
                }
                return new Stored(
                        checked.texts().one(hdf5, "model_config"),
                        checked.texts()
                                .one(hdf5, VERSION)
                                .or(() -> checked.texts().one(weights, VERSION))
                                .orElse(""),
                        checked.texts()
                                .one(weights, "backend")
                                .or(() -> checked.texts().one(hdf5, "backend"))
                                .orElse(""),
                        source);
            }
        });
    }

    private static String entry(Path file, CheckedZip zip, String name) throws IOException {
        return new String(entryBytes(file, zip, name, MAX_JSON_BYTES), StandardCharsets.UTF_8);
    }

    private static byte[] entryBytes(Path file, CheckedZip zip, String name, int limit) throws IOException {
        OptionalLong size = zip.size(name);
        if (size.isEmpty()) {
            throw refused(file, "it holds no " + name, WHOLE);
        }
        checkSize(file, size.getAsLong(), limit);
        return zip.read(name);
    }

    private static byte[] bytes(Path file, int limit) {
        try {
            checkSize(file, Files.size(file), limit);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void checkSize(Path file, long size, int limit) {
        if (size < 0 || size > limit) {
            throw refused(
                    file,
                    "a part of it has more than " + (limit >> 20) + " MiB",
                    "Networks of that size are not supported; save the model without its optimizer.");
        }
    }

    private static JsonNode parse(Path file, String text) {
        try {
            return Json.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(
                    file, "its configuration is not JSON (" + e.getMessage() + ")", "Save or copy the model again.");
        }
    }

    static InvalidSettingException refused(Path file, String problem, String remedy) {
        return new InvalidSettingException(Settings.MODEL, file, problem, remedy);
    }
}
