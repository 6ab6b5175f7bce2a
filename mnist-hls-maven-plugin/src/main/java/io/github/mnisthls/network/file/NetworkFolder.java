/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.settings.Settings;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with {@value #DESCRIPTION} and one raw file for each array of trained values: {@code <layer>_weights.bin},
 * {@code _bias.bin}, {@code _gamma.bin}, {@code _beta.bin}, {@code _mean.bin}, {@code _variance.bin}, {@code _slope.bin}.
 */
public final class NetworkFolder {
    public static final String DESCRIPTION = "network.json";

    private static final String LAYOUT = "layout";

    /** For each layer whose weights were trained for a format, that format. */
    private static final String WEIGHT_FORMATS = "weightFormats";

    private NetworkFolder() {}

    /** Whether a file of this name may belong to a network. */
    public static boolean isPart(String name) {
        return name.equals(DESCRIPTION) || name.endsWith(".bin");
    }

    /** Writes a network, in the default layout; the description comes last. */
    public static void write(Network network, Path folder) {
        network.parameters()
                .forEach((layer, own) ->
                        own.values().forEach((name, values) -> RawFloats.write(file(folder, layer, name), values)));
        ObjectNode description = ArchitectureJson.write(network.architecture());
        description.set(LAYOUT, Layout.DEFAULT.toJson());
        if (!network.weightFormats().isEmpty()) {
            ObjectNode formats = description.putObject(WEIGHT_FORMATS);
            network.weightFormats().forEach((layer, format) -> formats.put(layer, format.toString()));
        }
        AtomicFile.write(folder.resolve(DESCRIPTION), Json.write(description));
    }

    /**
     * Reads a network in any {@link Layout}.
     *
     * @throws InvalidSettingException if the folder holds no network that is supported
     */
    public static Network read(Path folder) {
        Path file = folder.resolve(DESCRIPTION);
        if (!Files.isRegularFile(file)) {
            throw new InvalidSettingException(
                    Settings.MODEL,
                    folder,
                    "it holds no " + DESCRIPTION,
                    "Name a folder with " + DESCRIPTION + " and its .bin files, or a DL4J zip.");
        }
        JsonNode json = parse(file);
        Architecture architecture = ArchitectureJson.read(file.toString(), json);
        List<String> fields = new ArrayList<>(ArchitectureJson.FIELDS);
        fields.add(LAYOUT);
        fields.add(WEIGHT_FORMATS);
        new CheckedNode(file.toString(), json).allowOnly(fields);
        Layout layout = Layout.read(file.toString(), json);
        Map<String, Parameters> parameters = new TreeMap<>();
        List<List<Shape>> inputs = architecture.inputShapes();
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Node node = architecture.nodes().get(i);
            String layer = node.layer().name();
            Map<String, FloatVector> own = new TreeMap<>();
            for (ParameterSpec spec : node.layer().parameters(inputs.get(i))) {
                float[] values = RawFloats.read(file(folder, layer, spec.name()), spec.size());
                checkVariance(file(folder, layer, spec.name()), layer, spec, values);
                own.put(spec.name(), FloatVector.of(layout.reordered(values, spec, architecture, i)));
            }
            if (!own.isEmpty()) {
                parameters.put(layer, new NamedParameters(own));
            }
        }
        return new Network(architecture, parameters, weightFormats(file, json.path(WEIGHT_FORMATS)));
    }

    private static Map<String, FixedPointFormat> weightFormats(Path file, JsonNode json) {
        Map<String, FixedPointFormat> formats = new TreeMap<>();
        json.properties().forEach(field -> {
            try {
                formats.put(
                        field.getKey(), FixedPointFormat.parse(field.getValue().asText()));
            } catch (IllegalArgumentException e) {
                throw new InvalidSettingException(
                        file + " " + WEIGHT_FORMATS + " of layer '" + SeenValue.of(field.getKey()) + "'",
                        SeenValue.of(field.getValue().asText()),
                        "it must be a fixed-point type",
                        e.getMessage());
            }
        });
        return formats;
    }

    private static void checkVariance(Path file, String layer, ParameterSpec spec, float... values) {
        for (int i = 0; spec.name().equals(ParameterSpec.VARIANCE) && i < values.length; i++) {
            if (values[i] < 0) {
                throw new InvalidSettingException(
                        file + " value " + i + ", running variance of layer '" + layer + "'",
                        values[i],
                        "a variance is never negative",
                        "Export the model again; mean and variance may have changed places.");
            }
        }
    }

    private static JsonNode parse(Path file) {
        try {
            return Json.read(file, JsonNode.class);
        } catch (UncheckedIOException e) {
            throw new InvalidSettingException(e.getMessage() + ". Write the file again: it is not JSON.", e);
        }
    }

    private static Path file(Path folder, String layer, String what) {
        return folder.resolve(layer + "_" + what + ".bin");
    }
}
