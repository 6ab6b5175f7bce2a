/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.network.kind;

import io.github.mnisthls.network.Layer;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds kinds of layers. */
public final class LayerDescriptors {
    private static final Map<String, String> LEFT_OUT = Map.of(
            "softmax", "Leave it out: the class with the largest logit is that of the largest probability.",
            "separableConv", "Write <depthwiseConv/> followed by <conv kernel=\"1\"/>.",
            "activation", "Write the function itself, such as <relu/>, <sigmoid/> or <tanh/>.",
            "input", "Write " + Settings.INPUT_SHAPE + " next to <layers>.");

    private LayerDescriptors() {}

    /** In the order of the documentation. */
    public static List<LayerDescriptor<?>> all() {
        return LayerCatalog.all();
    }

    /**
     * The kind that is called so.
     *
     * @param place where it stands, for messages
     * @param seen  what stands there, for messages
     * @throws InvalidSettingException if there is none
     */
    public static LayerDescriptor<?> named(String name, String place, String seen) {
        return LayerCatalog.all().stream()
                .filter(kind -> kind.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new InvalidSettingException(
                        place,
                        seen,
                        "there is no such layer",
                        LEFT_OUT.getOrDefault(
                                name,
                                "The layers are "
                                        + LayerCatalog.all().stream()
                                                .map(LayerDescriptor::name)
                                                .sorted()
                                                .collect(Collectors.joining(", "))
                                        + ".")));
    }

    /** What to write for a layer. */
    public static Written written(Layer layer) {
        return layer.accept(new LayerCatalog());
    }

    /**
     * A layer as it is written; what is the default is left out.
     *
     * @param kind   name of its kind
     * @param values of its properties: whole numbers, numbers, booleans, texts, lists of whole numbers
     */
    public record Written(String kind, Map<String, Object> values) {
        static <L extends Layer> Written of(LayerDescriptor<L> kind, L layer) {
            Map<String, Object> values = new LinkedHashMap<>();
            Map<String, Object> own = kind.values().apply(layer);
            for (Property property : kind.properties()) {
                Object value = own.get(property.name());
                String text = value.equals(List.of(1, 1)) ? "1" : value.toString();
                if (!property.defaultText().equals(Optional.of(text))) {
                    values.put(property.name(), value);
                }
            }
            return new Written(kind.name(), values);
        }
    }
}
