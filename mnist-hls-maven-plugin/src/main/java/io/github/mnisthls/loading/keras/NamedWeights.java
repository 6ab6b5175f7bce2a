/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Of Keras 1 and 2, and of {@code .h5} files of Keras 3: a group for each layer by its name, in it an array for each name. */
final class NamedWeights implements WeightSource {
    /** What others than Keras 2 call the same arrays. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "W", "kernel",
            "b", "bias",
            "alphas", "alpha",
            "running_mean", "moving_mean",
            "running_std", "moving_variance", // of Keras 1, which keeps the variance under this name
            "depthwise_kernel", "kernel");

    private static final String AGAIN = "Save the model again.";

    private final Map<String, Map<String, StoredArray>> layers;

    private NamedWeights(Map<String, Map<String, StoredArray>> layers) {
        this.layers = layers;
    }

    static NamedWeights read(Hdf5 file, Group weights) {
        Map<String, Map<String, StoredArray>> layers = new TreeMap<>();
        for (String layer : file.texts().list(weights, "layer_names").orElse(List.of())) {
            Group group = Hdf5.group(weights, layer)
                    .orElseThrow(() -> new NotReadable("it has no group for layer '" + layer + "'", AGAIN));
            Map<String, StoredArray> arrays = new LinkedHashMap<>();
            for (String name : file.texts().list(group, "weight_names").orElse(List.of())) {
                if (arrays.put(plain(layer, name), array(file, group, name)) != null) {
                    throw new NotReadable("layer '" + layer + "' has two arrays called " + plain(layer, name), AGAIN);
                }
            }
            layers.put(layer, arrays);
        }
        return new NamedWeights(layers);
    }

    private static StoredArray array(Hdf5 file, Group group, String path) {
        Group at = group;
        String[] steps = path.split("/", -1);
        for (int i = 0; i < steps.length - 1; i++) {
            at = Hdf5.group(at, steps[i]).orElseThrow(() -> new NotReadable("it has no array '" + path + "'", AGAIN));
        }
        Node node = Hdf5.member(at, steps[steps.length - 1])
                .orElseThrow(() -> new NotReadable("it has no array '" + path + "'", AGAIN));
        return node instanceof Dataset data ? file.array(data) : StoredArray.unreadable("there is a group");
    }

    /** From {@code conv2d_1/kernel:0}, or Keras 1's {@code convolution2d_1_W:0}. */
    private static String plain(String layer, String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).replaceFirst(":\\d+$", "");
        return last.startsWith(layer + "_") ? last.substring(layer.length() + 1) : last;
    }

    @Override
    public Map<String, StoredArray> of(KerasEntry layer, List<String> names) {
        Map<String, StoredArray> stored = layers.get(layer.name());
        if (stored == null) {
            throw new NotReadable("the file holds no weights for it", "Save the whole model again.");
        }
        Map<String, StoredArray> found = new TreeMap<>();
        stored.forEach(
                (name, array) -> found.put(names.contains(name) ? name : SYNONYMS.getOrDefault(name, name), array));
        if (found.size() != stored.size() || !found.keySet().equals(new TreeMap<>(index(names)).keySet())) {
            throw new NotReadable(
                    "the file holds the weights " + stored.keySet() + " where " + names + " are needed",
                    "Save the whole model again.");
        }
        return found;
    }

    private static Map<String, Integer> index(List<String> names) {
        Map<String, Integer> index = new TreeMap<>();
        names.forEach(name -> index.put(name, index.size()));
        return index;
    }
}
