/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DefaultArchitecture;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.kind.GraphBuilder;
import io.github.mnisthls.network.kind.LayerDescriptor;
import io.github.mnisthls.network.kind.LayerDescriptors;
import io.github.mnisthls.quantization.Buildable;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** Reads the POM element {@code <layers>}: one element per layer, its properties as attributes or as elements. */
final class LayerElements {
    private LayerElements() {}

    /**
     * The network that the POM describes.
     *
     * @param layers null or empty for the default network
     * @throws InvalidSettingException if an element or property is unknown or does not fit
     */
    static Architecture parse(String name, Shape input, PixelScaling pixels, PlexusConfiguration layers) {
        if (layers == null || layers.getChildCount() == 0) {
            return new Architecture(
                    name, input, pixels, DefaultArchitecture.create().nodes());
        }
        Map<String, Integer> counts = new TreeMap<>();
        GraphBuilder graph = new GraphBuilder(name, input, pixels);
        for (PlexusConfiguration element : layers.getChildren()) {
            LayerDescriptor<?> kind =
                    LayerDescriptors.named(element.getName(), "<layers>", "<" + element.getName() + ">");
            int number = counts.merge(kind.name(), 1, Integer::sum);
            Map<String, String> properties = properties(element);
            String own = kind.name() + number;
            String place = properties.getOrDefault("name", own) + ", <" + kind.name() + "> in <layers>";
            graph.add(
                    kind,
                    own,
                    properties,
                    property -> property.equals(kind.name()) ? place : property + " of " + place);
        }
        return Buildable.checked(graph.build(Optional.empty()));
    }

    private static Map<String, String> properties(PlexusConfiguration element) {
        Map<String, String> properties = new TreeMap<>();
        for (String attribute : element.getAttributeNames()) {
            properties.put(attribute, element.getAttribute(attribute));
        }
        for (PlexusConfiguration child : element.getChildren()) {
            String before = properties.put(child.getName(), child.getValue(""));
            if (before != null) {
                throw new InvalidSettingException(
                        child.getName() + " of <" + element.getName() + "> in <layers>",
                        before + " and " + child.getValue(""),
                        "it is given twice",
                        "Keep one of them.");
            }
        }
        return properties;
    }
}
