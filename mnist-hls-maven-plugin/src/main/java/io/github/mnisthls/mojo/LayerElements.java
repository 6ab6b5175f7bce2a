/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.AveragePool;
import io.github.mnisthls.network.BatchNorm;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Dropout;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.GlobalAveragePool;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Reads the POM element {@code <layers>}: one element per layer, its properties as attributes or as elements. */
final class LayerElements {
    private static final Map<String, Function<LayerElement, Layer>> KINDS = new TreeMap<>(Map.of(
            "conv", e -> new Conv2d(e.name(), e.integer("filters"), e.window("kernel", "stride", 1)),
            "batchNorm", e -> new BatchNorm(e.name(), e.decimal("epsilon", BatchNorm.DEFAULT_EPSILON)),
            "relu", e -> new Relu(e.name()),
            "maxPool", e -> new MaxPool(e.name(), e.pool()),
            "averagePool", e -> new AveragePool(e.name(), e.pool()),
            "globalAveragePool", e -> new GlobalAveragePool(e.name()),
            "flatten", e -> new Flatten(e.name()),
            "dense", e -> new Dense(e.name(), e.integer("units")),
            "dropout", e -> new Dropout(e.name(), e.decimal("rate", Double.NaN))));

    private LayerElements() {}

    /**
     * The network that the POM describes.
     *
     * @param layers null or empty for the default network
     * @throws InvalidSettingException if an element or property is unknown or does not fit
     */
    static Architecture parse(String name, Shape input, PlexusConfiguration layers) {
        if (layers == null || layers.getChildCount() == 0) {
            Architecture lenet = DefaultArchitecture.create();
            return new Architecture(name, input, lenet.layers());
        }
        Map<String, Integer> counts = new TreeMap<>();
        List<Layer> result = new ArrayList<>();
        for (PlexusConfiguration child : layers.getChildren()) {
            Function<LayerElement, Layer> kind = KINDS.get(child.getName());
            if (kind == null) {
                throw new InvalidSettingException(
                        "<layers>",
                        "<" + child.getName() + ">",
                        "there is no such layer",
                        "The layers are " + String.join(", ", KINDS.keySet()) + ".");
            }
            int number = counts.merge(child.getName(), 1, Integer::sum);
            LayerElement element = new LayerElement(child, child.getName() + number);
            result.add(kind.apply(element));
            element.refuseOthers();
        }
        return new Architecture(name, input, result);
    }
}
