/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What products of a point's layers are made of: {@code auto} leaves it to the planner, {@code lut} takes that wherever a
 * layer can be made of it, and names of layers, as in {@code conv1 conv2=adders; dense1=packed}, take it there.
 *
 * @param text       as the user wrote it
 * @param layers     that are named, and what they are made of
 * @param everywhere what all are made of that can be
 */
public record Products(String text, Map<String, Implementation> layers, Optional<Implementation> everywhere) {
    public static final Products AUTO = new Products("auto", Map.of(), Optional.empty());

    private static final String PLACE = "<implementation> in <explore>";

    public Products {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /**
     * Reads one.
     *
     * @throws InvalidSettingException if it is none
     */
    public static Products parse(String text) {
        if (text.equals(AUTO.text())) {
            return AUTO;
        }
        Optional<Implementation> everywhere = Stream.of(Implementation.values())
                .filter(implementation -> implementation.label().equals(text))
                .findFirst();
        return new Products(text, everywhere.isPresent() ? Map.of() : layers(text), everywhere);
    }

    private static Map<String, Implementation> layers(String text) {
        Map<String, Implementation> layers = new LinkedHashMap<>();
        for (String group : text.split(";", -1)) {
            String[] sides = group.split("=", -1);
            if (sides.length != 2 || sides[0].isBlank()) {
                throw refused(text, "it is not an implementation");
            }
            Implementation implementation =
                    Choices.read(PLACE, sides[1].strip(), "implementation", Implementation.class);
            for (String layer : sides[0].strip().split("\\s+", -1)) {
                if (layers.put(layer, implementation) != null) {
                    throw refused(text, "layer '" + layer + "' is in it twice");
                }
            }
        }
        return layers;
    }

    private static InvalidSettingException refused(String text, String problem) {
        return new InvalidSettingException(
                PLACE,
                text,
                problem,
                "Write auto, dsp, packed, lut, adders, or layers with one of these four, such as"
                        + " conv1 conv2=adders; dense1=packed.");
    }

    /**
     * What is not the planner's to choose, by layer.
     *
     * @param possible by layer, all foldings that there are
     */
    public Map<String, Implementation> implementations(Map<String, List<Folding>> possible) {
        Map<String, Implementation> implementations = new LinkedHashMap<>(layers);
        everywhere.ifPresent(wanted -> possible.forEach((layer, foldings) -> {
            if (foldings.stream().anyMatch(folding -> folding.implementation() == wanted)) {
                implementations.put(layer, wanted);
            }
        }));
        return implementations;
    }
}
