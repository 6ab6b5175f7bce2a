/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.NormParameters;
import io.github.mnisthls.network.Parameters;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A folder with {@value #DESCRIPTION} and one raw file for each array of values: {@code <layer>_weights.bin}, {@code
 * _bias.bin}, {@code _gamma.bin}, {@code _beta.bin}, {@code _mean.bin}, {@code _variance.bin}.
 */
public final class NetworkFolder {
    public static final String DESCRIPTION = "network.json";

    private NetworkFolder() {}

    /** Writes a network, in the default layout; the description comes last. */
    public static void write(Network network, Path folder) {
        for (Layer layer : network.architecture().layers()) {
            if (layer instanceof Conv2d || layer instanceof Dense) {
                RawFloats.write(
                        file(folder, layer, "weights"), network.affine(layer).weights());
                RawFloats.write(
                        file(folder, layer, "bias"), network.affine(layer).bias());
            } else if (layer instanceof BatchNorm) {
                NormParameters norm = network.norm(layer);
                RawFloats.write(file(folder, layer, "gamma"), norm.gamma());
                RawFloats.write(file(folder, layer, "beta"), norm.beta());
                RawFloats.write(file(folder, layer, "mean"), norm.mean());
                RawFloats.write(file(folder, layer, "variance"), norm.variance());
            }
        }
        ObjectNode description = ArchitectureJson.write(network.architecture());
        description.set("layout", Layout.DEFAULT.toJson());
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
        new CheckedNode(file.toString(), json).allowOnly(List.of("name", "input", "layout", "layers"));
        Layout layout = Layout.read(file.toString(), json);
        Map<String, Parameters> parameters = new TreeMap<>();
        List<Shape> shapes = architecture.shapes();
        for (int i = 0; i < architecture.layers().size(); i++) {
            Layer layer = architecture.layers().get(i);
            boolean bias = new CheckedNode(file.toString(), json.get("layers").get(i)).flag(LayerJson.BIAS, true);
            if (layer instanceof Conv2d conv) {
                int channels = shapes.get(i).channels();
                float[] weights = RawFloats.read(
                        file(folder, layer, "weights"),
                        conv.filters() * channels * conv.window().area());
                parameters.put(
                        layer.name(),
                        affine(folder, layer, layout.convolution(weights, conv, channels), conv.filters(), bias));
            } else if (layer instanceof Dense dense) {
                Shape unflattened = Flattening.shapeBefore(architecture, i);
                float[] weights = RawFloats.read(file(folder, layer, "weights"), dense.units() * unflattened.size());
                parameters.put(
                        layer.name(),
                        affine(folder, layer, layout.dense(weights, dense, unflattened), dense.units(), bias));
            } else if (layer instanceof BatchNorm) {
                parameters.put(layer.name(), norm(folder, layer, shapes.get(i), layout, architecture, i));
            }
        }
        return new Network(architecture, parameters);
    }

    private static JsonNode parse(Path file) {
        try {
            return Json.read(file, JsonNode.class);
        } catch (UncheckedIOException e) {
            throw new InvalidSettingException(e.getMessage() + ". Write the file again: it is no JSON.", e);
        }
    }

    private static AffineParameters affine(Path folder, Layer layer, float[] weights, int outputs, boolean withBias) {
        float[] bias = withBias ? RawFloats.read(file(folder, layer, "bias"), outputs) : new float[outputs];
        return new AffineParameters(FloatVector.of(weights), FloatVector.of(bias));
    }

    private static NormParameters norm(
            Path folder, Layer layer, Shape input, Layout layout, Architecture architecture, int position) {
        Shape unflattened =
                input.isVector() ? Flattening.shapeBefore(architecture, position) : Shape.vector(input.channels());
        return new NormParameters(
                channels(folder, layer, "gamma", layout, unflattened),
                channels(folder, layer, "beta", layout, unflattened),
                channels(folder, layer, "mean", layout, unflattened),
                channels(folder, layer, "variance", layout, unflattened));
    }

    private static FloatVector channels(Path folder, Layer layer, String what, Layout layout, Shape unflattened) {
        float[] values = RawFloats.read(file(folder, layer, what), unflattened.size());
        return FloatVector.of(layout.features(values, unflattened));
    }

    private static Path file(Path folder, Layer layer, String what) {
        return folder.resolve(layer.name() + "_" + what + ".bin");
    }
}
