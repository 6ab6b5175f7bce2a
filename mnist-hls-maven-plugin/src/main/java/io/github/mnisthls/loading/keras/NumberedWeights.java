/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.NotReadable;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Of Keras 3: a group for each layer, called after its class and counted within that; in it arrays by number. Newer versions
 * note the layer's name besides, which is compared.
 */
final class NumberedWeights implements WeightSource {
    /** Where the layers are, now and in the first version of the form. */
    private static final List<String> CONTAINERS = List.of("layers", "_layer_checkpoint_dependencies");

    private final Map<String, Stored> groups;

    private NumberedWeights(Map<String, Stored> groups) {
        this.groups = groups;
    }

    /** The arrays of one group, in their order. */
    private record Stored(Optional<String> layer, List<StoredArray> arrays) {}

    static boolean isThere(Group root) {
        return CONTAINERS.stream().anyMatch(name -> root.getChildren().containsKey(name));
    }

    static NumberedWeights read(Hdf5 file) {
        Map<String, Stored> groups = new TreeMap<>();
        for (String container : CONTAINERS) {
            Optional<Group> layers = Hdf5.group(file.root(), container);
            if (layers.isPresent()) {
                for (String name : Hdf5.names(layers.get())) {
                    Hdf5.group(layers.get(), name)
                            .flatMap(layer -> Hdf5.group(layer, "vars"))
                            .ifPresent(variables -> groups.put(name, stored(file, variables)));
                }
            }
        }
        return new NumberedWeights(groups);
    }

    private static Stored stored(Hdf5 file, Group variables) {
        List<StoredArray> arrays = new ArrayList<>();
        List<String> names = Hdf5.names(variables);
        for (int i = 0; i < names.size(); i++) {
            Node node = Hdf5.member(variables, Integer.toString(i))
                    .orElseThrow(() -> new NotReadable(
                            "'" + variables.getPath() + "' holds " + names + " and not arrays by number",
                            "Save the model without quantized layers."));
            arrays.add(node instanceof Dataset data ? file.array(data) : StoredArray.unreadable("there is a group"));
        }
        return new Stored(file.texts().one(variables, "name"), arrays);
    }

    /** As Keras names a group after a class. */
    static String snakeCase(String className) {
        return className
                .replaceAll("\\W+", "")
                .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, StoredArray> of(KerasEntry layer, List<String> names) {
        String group = snakeCase(layer.className()) + (layer.ordinal() == 0 ? "" : "_" + layer.ordinal());
        Stored stored = groups.getOrDefault(group, new Stored(Optional.empty(), List.of()));
        if (stored.layer().isPresent() && !stored.layer().get().equals(layer.name())) {
            throw new NotReadable(
                    "the file's weights '" + group + "' belong to layer '"
                            + stored.layer().get() + "'",
                    "Save the whole model again.");
        }
        if (stored.arrays().size() != names.size()) {
            throw new NotReadable(
                    "the file holds " + stored.arrays().size() + " arrays for it in '" + group + "' where " + names
                            + " are needed",
                    "Save the whole model again.");
        }
        Map<String, StoredArray> found = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), stored.arrays().get(i));
        }
        return found;
    }
}
