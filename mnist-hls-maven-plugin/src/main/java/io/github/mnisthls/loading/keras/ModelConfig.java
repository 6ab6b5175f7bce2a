/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.layer.NotReadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A configuration, Sequential or functional, as a list of layers that name their inputs.
 *
 * @param input  extents of one image, as the file has them
 * @param image  name of the input layer
 * @param layers without the input layer, in the file's order
 * @param output name of the layer that gives the logits
 * @param outputNumber its place among the outputs
 */
record ModelConfig(List<Integer> input, String image, List<KerasEntry> layers, String output, int outputNumber) {
    private static final String LAYERS = "layers";
    private static final String INPUT_LAYER = "InputLayer";
    private static final int MAX_LAYERS = 2_000;
    private static final Set<String> FUNCTIONAL = Set.of("Functional", "Model");

    ModelConfig {
        input = List.copyOf(input);
        layers = List.copyOf(layers);
    }

    static ModelConfig read(JsonNode model, ModelRequest request) {
        String kind = model.path("class_name").asText();
        JsonNode config = model.path("config");
        JsonNode layers = config.isArray() ? config : config.path(LAYERS);
        if (!layers.isArray() || layers.isEmpty() || layers.size() > MAX_LAYERS) {
            throw new NotReadable(
                    "its configuration lists " + layers.size() + " layers",
                    "From 1 to " + MAX_LAYERS + " are supported: save the whole model again.");
        }
        if (kind.equals("Sequential")) {
            return sequential(config, layers, request);
        }
        if (FUNCTIONAL.contains(kind)) {
            return functional(config, layers, request);
        }
        throw new NotReadable("it is a model of class '" + kind + "'", "Use a Sequential or a functional model.");
    }

    private static ModelConfig sequential(JsonNode config, JsonNode layers, ModelRequest request) {
        List<KerasEntry> entries = new ArrayList<>();
        Counting counting = new Counting();
        JsonNode first = layers.get(0);
        boolean named = className(first).equals(INPUT_LAYER);
        String image = named ? name(first) : "the image";
        String before = image;
        for (int i = named ? 1 : 0; i < layers.size(); i++) {
            entries.add(counting.entry(layers.get(i), List.of(before)));
            before = name(layers.get(i));
        }
        JsonNode shape = batchShape(first);
        List<Integer> input = input(shape.isArray() ? shape : config.path("build_input_shape"), first);
        return new ModelConfig(input, image, entries, before, request.outputOf(List.of(before)));
    }

    private static ModelConfig functional(JsonNode config, JsonNode layers, ModelRequest request) {
        List<String> images = ends("input_layers", config);
        if (images.size() != 1) {
            throw new NotReadable("it has the inputs " + images, "Save a model with one: the image.");
        }
        String image = images.get(0);
        List<String> outputs = ends("output_layers", config);
        int number = request.outputOf(outputs);
        List<KerasEntry> entries = new ArrayList<>();
        Counting counting = new Counting();
        Optional<List<Integer>> input = Optional.empty();
        for (JsonNode layer : layers) {
            if (className(layer).equals(INPUT_LAYER)) {
                input = Optional.of(input(batchShape(layer), layer));
            } else {
                entries.add(counting.entry(layer, InboundNodes.read(name(layer), layer.path("inbound_nodes"))));
            }
        }
        List<Integer> extents = input.orElseThrow(() -> new NotReadable("it has no input layer", "Save it again."));
        return new ModelConfig(extents, image, needed(entries, outputs.get(number)), outputs.get(number), number);
    }

    /** Those on which an output depends, in the file's order. */
    private static List<KerasEntry> needed(List<KerasEntry> entries, String output) {
        Map<String, KerasEntry> byName = new HashMap<>();
        entries.forEach(entry -> byName.put(entry.name(), entry));
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(output));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (seen.add(name) && byName.containsKey(name)) {
                open.addAll(byName.get(name).inputs());
            }
        }
        return entries.stream().filter(entry -> seen.contains(entry.name())).toList();
    }

    /** The inputs or outputs: {@code [["name", 0, 0], ...]}, or in Keras 3 {@code ["name", 0, 0]} if there is only one. */
    private static List<String> ends(String what, JsonNode config) {
        JsonNode list = config.path(what);
        List<String> names = new ArrayList<>();
        for (JsonNode one : list.path(0).isTextual() ? List.of(list) : list) {
            if (!one.path(0).isTextual()
                    || one.path(1).asInt() != 0
                    || one.path(2).asInt() != 0) {
                throw new NotReadable(what + " is " + list, "Save a model that uses each layer once.");
            }
            names.add(one.get(0).textValue());
        }
        return names;
    }

    private static JsonNode batchShape(JsonNode layer) {
        JsonNode config = layer.path("config");
        JsonNode newer = config.path("batch_shape");
        return newer.isArray() ? newer : config.path("batch_input_shape");
    }

    private static List<Integer> input(JsonNode shape, JsonNode layer) {
        if (!shape.isArray() && layer.path("config").path("input_dim").isInt()) {
            return List.of(layer.path("config").path("input_dim").intValue());
        }
        List<Integer> extents = new ArrayList<>();
        for (int i = 1; i < shape.size(); i++) {
            extents.add(shape.get(i).isInt() ? shape.get(i).intValue() : 0);
        }
        if (extents.isEmpty() || extents.stream().anyMatch(extent -> extent < 1)) {
            throw new NotReadable(
                    "the shape of its input is " + shape, "Give the input a fixed size: Input(shape=(28, 28, 1)).");
        }
        return extents;
    }

    static String className(JsonNode layer) {
        return layer.path("class_name").asText();
    }

    static String name(JsonNode layer) {
        return layer.path("config").path("name").asText(layer.path("name").asText());
    }

    /** Counts layers of each class, as Keras 3 names their weights. */
    private static final class Counting {
        private final Map<String, Integer> seen = new HashMap<>();
        private final Set<String> names = new HashSet<>();

        KerasEntry entry(JsonNode layer, List<String> inputs) {
            String name = name(layer);
            if (name.isEmpty() || !names.add(name)) {
                throw new NotReadable("two layers are called '" + name + "'", "Give each layer a name of its own.");
            }
            String className = className(layer);
            // Some classes share a name of that kind.
            int ordinal = seen.merge(NumberedWeights.snakeCase(className), 1, Integer::sum) - 1;
            return new KerasEntry(
                    name, origin(layer) + className, ordinal, new LayerConfig(layer.path("config")), inputs);
        }

        /** Where a class of the same name as one of Keras comes from, if not from there. */
        private static String origin(JsonNode layer) {
            String module = layer.path("module").asText("");
            String registered = layer.path("registered_name").asText("");
            String owner = ForeignLayers.ofQkeras(className(layer)) ? "(q?keras([.].*)?)?" : "(keras([.].*)?)?";
            boolean keras = module.matches(owner);
            boolean own = Stream.of("", "null", className(layer), "qkeras>" + className(layer))
                    .anyMatch(registered::equals);
            return keras && own ? "" : (own ? module : registered) + ":";
        }
    }
}
