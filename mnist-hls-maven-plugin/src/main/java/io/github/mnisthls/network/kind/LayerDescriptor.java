/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All that the POM and model files have to know of a kind of layer.
 *
 * @param name       as both write it
 * @param aliases    other spellings that are read
 * @param properties beside {@code name} and {@code inputs}, which every layer has
 * @param values     the properties' values of a layer, by name: whole numbers, numbers, booleans, texts, lists of whole
 *                   numbers
 * @param create     makes a layer from its properties and the shapes of its inputs
 */
public record LayerDescriptor<L extends Layer>(
        String name,
        List<String> aliases,
        List<Property> properties,
        Function<L, Map<String, Object>> values,
        BiFunction<LayerProperties, List<Shape>, L> create) {

    /** A kind whose layers have nothing but a name. */
    static <L extends Layer> LayerDescriptor<L> plain(String name, Function<String, L> create) {
        return new LayerDescriptor<>(
                name, List.of(), List.of(), layer -> Map.of(), (properties, inputs) -> create.apply(properties.name()));
    }

    /** A kind whose layers have a single property. */
    static <L extends Layer> LayerDescriptor<L> of(
            String name, Property property, Function<L, Object> value, Function<LayerProperties, L> create) {
        return new LayerDescriptor<>(
                name,
                List.of(),
                List.of(property),
                layer -> Map.of(property.name(), value.apply(layer)),
                (properties, inputs) -> create.apply(properties));
    }

    boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }
}
