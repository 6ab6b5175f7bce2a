/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.weights;

import io.github.mnisthls.loading.array.NumberArray;
import io.github.mnisthls.loading.layer.NotReadable;
import io.github.mnisthls.network.FloatVector;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tensors under the names that PyTorch's {@code state_dict()} gives them, module by module. */
final class StateDict {
    private static final Set<String> PARTS = Set.of("weight", "bias", "running_mean", "running_var");

    /** Says how long it was trained. */
    private static final String IGNORED = "num_batches_tracked";

    private final Map<String, Map<String, NumberArray>> modules = new TreeMap<>();

    StateDict(Map<String, NumberArray> tensors) {
        Set<String> unknown = new TreeSet<>();
        tensors.forEach((name, tensor) -> {
            int dot = name.lastIndexOf('.');
            String part = name.substring(dot + 1);
            String module = dot < 0 ? "" : name.substring(0, dot);
            if (PARTS.contains(part)) {
                modules.computeIfAbsent(module, key -> new TreeMap<>()).put(part, tensor);
            } else if (!part.equals(IGNORED)) {
                unknown.add(name);
            }
        });
        if (!unknown.isEmpty()) {
            throw new NotReadable(
                    "it holds " + String.join(", ", unknown) + ", which no layer has",
                    "Save model.state_dict() of a network of convolutions, dense layers, batch normalizations and"
                            + " PReLU.");
        }
    }

    Set<String> modules() {
        return modules.keySet();
    }

    /** Whether a module has these tensors and no others. */
    boolean fits(String module, Map<String, List<Integer>> expected) {
        return modules.containsKey(module) && extents(module).equals(expected);
    }

    private Map<String, List<Integer>> extents(String module) {
        return modules.get(module).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().extents(), (a, b) -> a, TreeMap::new));
    }

    /** As messages show it. */
    String shown(String module) {
        return modules.containsKey(module) ? "'" + module + "' " + extents(module) : "nothing called '" + module + "'";
    }

    FloatVector floats(String module, String part) {
        NumberArray tensor = modules.get(module).get(part);
        float[] floats = new float[tensor.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) tensor.get(i);
            if (floats[i] != tensor.get(i) || !Float.isFinite(floats[i])) {
                throw new NotReadable(
                        "'" + module + "." + part + "' holds " + tensor.get(i) + ", which is not a float32 value",
                        "Convert the weights to float32 and save them again.");
            }
        }
        return FloatVector.of(floats);
    }
}
