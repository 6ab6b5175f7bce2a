/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.weights;

import io.github.mnisthls.loading.layer.NotReadable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Which module of a file belongs to which layer: the one that the user names, the one of the layer's name, or the one whose
 * tensors alone have the layer's extents. Where several have them, modules whose names differ in numbers only follow each
 * other as the layers do.
 */
final class ModuleChoice {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final StateDict file;
    private final Map<String, Map<String, List<Integer>>> layers;
    private final Map<String, String> chosen = new TreeMap<>();

    /**
     * A choice that has yet to be made.
     *
     * @param layers in their order, those that have trained values, with the extents of these
     */
    ModuleChoice(StateDict file, Map<String, Map<String, List<Integer>>> layers) {
        this.file = file;
        this.layers = new LinkedHashMap<>(layers);
    }

    /** The module of each layer; each module is that of one layer. */
    Map<String, String> choose(Map<String, String> named) {
        named.forEach(this::takeNamed);
        layers.keySet().stream()
                .filter(layer -> !chosen.containsKey(layer)
                        && !chosen.containsValue(layer)
                        && file.fits(layer, layers.get(layer)))
                .forEach(layer -> chosen.put(layer, layer));
        layers.values().stream().distinct().forEach(this::takeByExtents);
        TreeSet<String> left = new TreeSet<>(file.modules());
        left.removeAll(chosen.values());
        if (!left.isEmpty()) {
            throw new NotReadable(
                    "no layer takes "
                            + String.join(", ", left.stream().map(file::shown).toList()),
                    "Write the layers in <layers> as they are in the model, with bias=\"false\" where it has none.");
        }
        return chosen;
    }

    private void takeNamed(String layer, String module) {
        if (!layers.containsKey(layer)) {
            throw new NotReadable(
                    "<weightNames> names the layer '" + layer + "'",
                    "Layers with trained values are " + String.join(", ", layers.keySet()) + ".");
        }
        if (!file.fits(module, layers.get(layer)) || chosen.containsValue(module)) {
            throw new NotReadable(
                    "layer '" + layer + "' needs " + layers.get(layer) + ", and the file has " + file.shown(module)
                            + (chosen.containsValue(module) ? ", which another layer took" : ""),
                    "Name another module in <weightNames>: " + String.join(", ", file.modules()) + ".");
        }
        chosen.put(layer, module);
    }

    private void takeByExtents(Map<String, List<Integer>> extents) {
        List<String> open = layers.keySet().stream()
                .filter(layer -> layers.get(layer).equals(extents) && !chosen.containsKey(layer))
                .toList();
        List<String> modules = new ArrayList<>(file.modules().stream()
                .filter(module -> file.fits(module, extents) && !chosen.containsValue(module))
                .toList());
        if (open.size() != modules.size()) {
            throw new NotReadable(
                    "layers " + open + " need " + extents + " each, and the file has " + modules + " of these among "
                            + file.modules().stream().map(file::shown).toList(),
                    "Write the layers in <layers> as they are in the model.");
        }
        if (modules.stream().map(ModuleChoice::pattern).distinct().count() > 1) {
            throw new NotReadable(
                    "layers " + open + " could each be any of " + modules,
                    "Tell which is which: <weightNames><" + open.get(0) + ">" + modules.get(0) + "</" + open.get(0)
                            + ">...</weightNames>.");
        }
        modules.sort(Comparator.comparing(ModuleChoice::numbers, ModuleChoice::compare));
        for (int i = 0; i < open.size(); i++) {
            chosen.put(open.get(i), modules.get(i));
        }
    }

    private static String pattern(String module) {
        return DIGITS.matcher(module).replaceAll("0");
    }

    private static List<BigInteger> numbers(String module) {
        return DIGITS.matcher(module)
                .results()
                .map(MatchResult::group)
                .map(BigInteger::new)
                .toList();
    }

    private static int compare(Collection<BigInteger> some, Collection<BigInteger> others) {
        List<BigInteger> left = List.copyOf(some);
        List<BigInteger> right = List.copyOf(others);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
