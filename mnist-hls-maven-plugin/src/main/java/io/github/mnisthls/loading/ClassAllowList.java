/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.settings.SeenValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Class names that a DL4J configuration may hold, one by one. DL4J instantiates whatever a configuration names, so it sees
 * none that was not checked here first.
 */
public final class ClassAllowList {
    private static final String NAMES = "dl4j-classes.txt";

    /** By which key DL4J is told of a class. */
    private static final String CLASS = "@class";

    /** Anything with a qualified name in it: at least two dots, each followed by a letter. */
    private static final Pattern CLASS_NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*){2,}");

    /** By which key a layer's configuration names it. */
    private static final String LAYER_NAME = "layerName";

    private static final Pattern DECISIVE = Pattern.compile(".*\\.(conf\\.(layers|graph)|activations)\\.");

    private static final Set<String> ALLOWED = read();
    private static final String SUPPORTED = supported();

    private ClassAllowList() {}

    /** Whether this very name is in the list. */
    public static boolean holds(String name) {
        return ALLOWED.contains(name);
    }

    /**
     * Checks every text of a configuration that could name a class, wherever it stands.
     *
     * @throws io.github.mnisthls.settings.InvalidSettingException if there is one that is not in the list
     */
    static void check(Path file, JsonNode node) {
        check(file, "", node);
    }

    private static void check(Path file, String outer, JsonNode node) {
        JsonNode name = node.path(LAYER_NAME);
        String layer = name.isTextual() ? name.textValue() : outer;
        if (node.isTextual()) {
            checkText(file, layer, node.textValue());
        }
        node.properties().forEach(field -> {
            checkText(file, layer, field.getKey());
            if (field.getKey().equals(CLASS)) {
                checkName(
                        file,
                        layer,
                        field.getValue().isTextual()
                                ? field.getValue().textValue()
                                : field.getValue().toString());
            }
        });
        node.forEach(child -> check(file, layer, child));
    }

    private static void checkText(Path file, String layer, String text) {
        if (CLASS_NAME.matcher(text).find()) {
            checkName(file, layer, text);
        }
    }

    private static void checkName(Path file, String layer, String name) {
        if (!holds(name)) {
            throw ModelFile.refused(
                    file,
                    "its configuration names the class '" + SeenValue.of(name) + "'"
                            + (layer.isEmpty() ? "" : " in layer '" + SeenValue.of(layer) + "'"),
                    "This is not supported, and no code from a model file is run: build the network from what is, and"
                            + " save it again. Supported: " + SUPPORTED + ".");
        }
    }

    /** The simple names of the layers, vertices and activations, which decide what a network computes. */
    private static String supported() {
        return ALLOWED.stream()
                .filter(name -> DECISIVE.matcher(name).lookingAt())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Set<String> read() {
        try (InputStream in = ClassAllowList.class.getResourceAsStream(NAMES)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's jar is damaged: " + NAMES, e);
        }
    }
}
