/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What multiplies in a point's layers: {@code auto} leaves it to the planner, {@code adders} takes adders wherever a layer
 * can be made of them, and names of layers, as in {@code conv1 conv2=adders}, take them there.
 *
 * @param text   as the user wrote it
 * @param layers made of adders; empty if none is named
 * @param all    whether all are that can be
 */
public record Products(String text, List<String> layers, boolean all) {
    public static final Products AUTO = new Products("auto", List.of(), false);
    private static final String ADDERS = "adders";

    public Products {
        layers = List.copyOf(layers);
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
        if (text.equals(ADDERS)) {
            return new Products(text, List.of(), true);
        }
        String[] sides = text.split("=", -1);
        if (sides.length != 2 || !sides[1].strip().equals(ADDERS)) {
            throw new InvalidSettingException(
                    "<implementation> in <explore>",
                    text,
                    "it is not an implementation",
                    "Write auto, adders, or layers with it, such as conv1 conv2=adders.");
        }
        return new Products(text, List.of(sides[0].strip().split("\\s+", -1)), false);
    }

    /**
     * The foldings that are not the planner's to choose.
     *
     * @param possible by layer, all that there are
     */
    public Map<String, Folding> foldings(Map<String, List<Folding>> possible) {
        List<String> named = new ArrayList<>(layers);
        if (all) {
            possible.forEach((layer, foldings) -> {
                if (foldings.stream().anyMatch(folding -> folding.implementation() == Implementation.ADDERS)) {
                    named.add(layer);
                }
            });
        }
        Map<String, Folding> foldings = new LinkedHashMap<>();
        named.forEach(layer -> foldings.put(layer, new Folding(1, 1, Implementation.ADDERS)));
        return foldings;
    }
}
