/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.explore.space.Alternative;
import io.github.mnisthls.explore.space.Device;
import io.github.mnisthls.explore.space.Products;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.explore.space.Target;
import io.github.mnisthls.explore.space.ValueRange;
import io.github.mnisthls.explore.space.Widening;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.quantization.Buildable;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.settings.Choices;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.FinetuneMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Reads the POM's {@code <explore>}.
 *
 * @param elements as the POM has them
 * @param own      the POM's own value of each axis
 * @param layers   reads an alternative's layers
 * @param device   finds a part
 */
record SpaceReader(
        ExploreElements elements,
        Own own,
        Function<PlexusConfiguration, Architecture> layers,
        Function<String, Device> device) {
    /**
     * What a build without exploring would do.
     *
     * @param architecture empty if a model is loaded
     */
    record Own(
            Optional<Architecture> architecture,
            String seed,
            String precision,
            String finetune,
            String part,
            double clockPeriodNs,
            String target) {}

    private static final double MOST_WIDTH = 64;

    /** The space. */
    Space read() {
        return new Space(
                networks(),
                values("seed", elements.seeds(), own.seed()).stream()
                        .map(SpaceReader::seed)
                        .toList(),
                precisions(),
                values("finetune", elements.finetunes(), own.finetune()).stream()
                        .map(word -> Choices.read("<finetune> in <explore>", word, "mode", FinetuneMode.class))
                        .toList(),
                values("implementation", elements.implementations(), Products.AUTO.text()).stream()
                        .map(Products::parse)
                        .toList(),
                values("part", elements.parts(), own.part()).stream()
                        .map(device)
                        .distinct()
                        .toList(),
                clocks(),
                values("target", elements.targets(), own.target()).stream()
                        .map(Target::parse)
                        .toList());
    }

    private static List<String> values(String element, List<String> given, String otherwise) {
        return ValueRange.expand(place(element), given.isEmpty() ? List.of(otherwise) : given);
    }

    private static String place(String element) {
        return "<" + element + "> in <explore>";
    }

    /** An empty element is a null to Maven. */
    private List<Double> clocks() {
        elements.clocks().forEach(clock -> {
            if (clock == null) {
                throw new InvalidSettingException(place("clock"), "", "it is empty", "Write nanoseconds, such as 10.");
            }
        });
        return elements.clocks().isEmpty() ? List.of(own.clockPeriodNs()) : elements.clocks();
    }

    private List<String> precisions() {
        List<String> texts = values("precision", elements.precisions(), own.precision());
        texts.forEach(Precision::parse);
        return texts;
    }

    private static long seed(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(
                    place("seed"), text, "it is not a whole number", "Write 1, or 1..3 for three.");
        }
    }

    private List<Alternative> networks() {
        if (own.architecture().isEmpty()) {
            if (!elements.networks().isEmpty() || !elements.widths().isEmpty()) {
                throw new InvalidSettingException(
                        "<explore> has <networks> or <widths>, but the model is loaded, and only networks that are"
                                + " trained have alternatives. Leave them out, or leave <model> out.");
            }
            return List.of(new Alternative("model", Optional.empty(), false));
        }
        List<Alternative> alternatives = new ArrayList<>();
        for (Alternative alternative : told()) {
            List<Double> widths = elements.widths().isEmpty() ? List.of(1.0) : elements.widths();
            widths.forEach(width -> alternatives.add(widened(alternative, width)));
        }
        Set<String> names = new HashSet<>();
        alternatives.forEach(alternative -> {
            if (!names.add(alternative.name())) {
                throw new InvalidSettingException(
                        place("name"), alternative.name(), "it is given twice", "Give each network a name of its own.");
            }
        });
        return alternatives;
    }

    private List<Alternative> told() {
        if (elements.networks().isEmpty()) {
            Architecture architecture = own.architecture().orElseThrow();
            return List.of(new Alternative(architecture.name(), Optional.of(architecture), false));
        }
        List<Alternative> told = new ArrayList<>();
        for (NetworkElement element : elements.networks()) {
            if (element.name() == null || element.name().isBlank() || element.layers() == null) {
                throw new InvalidSettingException(
                        "<network> in <explore>",
                        element.name(),
                        "it has no <name> or no <layers>",
                        "Give it both, as in <network><name>small</name><layers>...</layers></network>.");
            }
            told.add(new Alternative(element.name().strip(), Optional.of(layers.apply(element.layers())), true));
        }
        return told;
    }

    private static Alternative widened(Alternative alternative, Double width) {
        if (width == null || !(width > 0 && width <= MOST_WIDTH)) {
            throw new InvalidSettingException(
                    place("width"),
                    width,
                    "it must be above 0 and at most " + MOST_WIDTH,
                    "Write 0.5 for half as many channels.");
        }
        if (width == 1) {
            return alternative;
        }
        Architecture wide = new Widening(width).of(alternative.architecture().orElseThrow());
        return new Alternative(alternative.name() + " x" + width, Optional.of(Buildable.checked(wide)), true);
    }
}
