/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads the layers in an order in which their inputs come first, and gathers all that cannot be read before it gives up. */
final class GraphReader {
    private static final String AGAIN = "Save the model again.";

    private final Path file;
    private final KerasFile content;
    private final Shape images;

    /** What layers give; empty for those that could not be read. */
    private final Map<String, Optional<Signal>> signals = new HashMap<>();

    private final Map<String, Integer> readers = new HashMap<>();
    private final List<String> refused = new ArrayList<>();

    GraphReader(Path file, KerasFile content, Shape images) {
        this.file = file;
        this.content = content;
        this.images = images;
    }

    KerasModel read() {
        Optional<ModelConfig> config = attempt("", () -> ModelConfig.read(LegacyNames.renewed(content)));
        Optional<KerasModel> model = config.flatMap(this::read);
        if (!refused.isEmpty()) {
            throw KerasFile.refused(
                    file,
                    refused.size() == 1
                            ? "a part of it cannot be read"
                            : refused.size() + " parts of it cannot be read",
                    "Save it anew without these:\n  " + String.join("\n  ", refused) + "\nLayers that are read: "
                            + String.join(", ", KerasLayers.ALL.keySet()));
        }
        return model.orElseThrow();
    }

    private Optional<KerasModel> read(ModelConfig config) {
        config.layers().forEach(this::checkKnown);
        config.layers().forEach(layer -> layer.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
        Optional<NetworkCollector> collector = attempt("", () -> {
            boolean first = DataFormat.channelsFirst(config.layers());
            Signal input = ModelInput.of(config.input(), config.layers(), first, images);
            signals.put(config.image(), Optional.of(input));
            return new NetworkCollector(input.image(), first, content.version());
        });
        return collector.flatMap(network -> {
            for (KerasEntry layer : inOrder(config)) {
                signals.put(layer.name(), attempt(layer.title() + ": ", () -> read(layer, network)));
            }
            return refused.isEmpty() ? attempt("", () -> finish(config, network)) : Optional.empty();
        });
    }

    private void checkKnown(KerasEntry layer) {
        if (!KerasLayers.ALL.containsKey(layer.className())) {
            refused.add(layer.title() + ": no layer computes this class. Replace it by layers that are read.");
        }
    }

    /** Files list layers after their inputs mostly, but need not. */
    private List<KerasEntry> inOrder(ModelConfig config) {
        Set<String> known = new HashSet<>(Set.of(config.image()));
        List<KerasEntry> left = new ArrayList<>(config.layers());
        List<KerasEntry> ordered = new ArrayList<>();
        boolean found = true;
        while (found) {
            int before = ordered.size();
            for (KerasEntry layer : left) {
                if (known.containsAll(layer.inputs())) {
                    ordered.add(layer);
                    known.add(layer.name());
                }
            }
            left.removeIf(layer -> known.contains(layer.name()));
            found = ordered.size() > before;
        }
        if (!left.isEmpty()) {
            refused.add(left.get(0).title() + ": it takes " + left.get(0).inputs()
                    + ", which depend on itself or are not there. " + AGAIN);
        }
        return ordered;
    }

    private Signal read(KerasEntry entry, NetworkCollector network) {
        List<Signal> inputs = new ArrayList<>();
        for (String name : entry.inputs()) {
            signals.get(name).ifPresent(inputs::add);
        }
        boolean told = inputs.size() < entry.inputs().size() || !KerasLayers.ALL.containsKey(entry.className());
        if (told) {
            return null;
        }
        for (Signal input : inputs) {
            if (!input.ended().isEmpty()) {
                throw new NotReadable(
                        "it takes what " + input.ended() + " makes, which is supported at the end only",
                        "Remove one of them.");
            }
        }
        boolean onlyReader = entry.inputs().stream().allMatch(input -> readers.get(input) == 1);
        KerasLayer layer = new KerasLayer(entry, inputs, content.weights(), network, onlyReader);
        entry.config().checkType();
        Signal output = KerasLayers.ALL.get(entry.className()).read(layer);
        entry.config().checkAllRead();
        return output;
    }

    private KerasModel finish(ModelConfig config, NetworkCollector network) {
        Signal output = signals.getOrDefault(config.output(), Optional.empty())
                .orElseThrow(() -> new NotReadable("its output '" + config.output() + "' is no layer", AGAIN));
        if (output.form() != Signal.Form.VECTOR || !output.isNatural()) {
            throw new NotReadable(
                    "its output has the extents " + output.extents(network.channelsFirst()) + " of an image",
                    "End it with a Dense or GlobalAveragePooling2D layer.");
        }
        String name = file.getFileName().toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return network.build(stem, network.flat("flatten", "the output", output.value()));
    }

    private <T> Optional<T> attempt(String place, Supplier<? extends T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (NotReadable | InvalidSettingException e) {
            refused.add(place + e.getMessage());
        } catch (ArithmeticException e) {
            refused.add(place + "sizes that no network has (" + e.getMessage() + "). " + AGAIN);
        }
        return Optional.empty();
    }
}
