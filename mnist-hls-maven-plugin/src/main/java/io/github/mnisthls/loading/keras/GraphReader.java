/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.keras;

import io.github.mnisthls.loading.layer.FileOutput;
import io.github.mnisthls.loading.layer.LayerCollector;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.layer.NotReadable;
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
    private final ModelRequest request;

    /** What layers give; empty for those that could not be read. */
    private final Map<String, Optional<Signal>> signals = new HashMap<>();

    private final Map<String, Integer> readers = new HashMap<>();
    private final List<String> refused = new ArrayList<>();

    GraphReader(Path file, KerasFile content, ModelRequest request) {
        this.file = file;
        this.content = content;
        this.request = request;
    }

    LoadedModel read() {
        Optional<LoadedModel> model = config().flatMap(this::read);
        if (!refused.isEmpty()) {
            throw KerasFile.refused(
                    file,
                    refused.size() == 1
                            ? "a part of it cannot be read"
                            : refused.size() + " parts of it cannot be read",
                    "Save it again without these:\n  " + String.join("\n  ", refused) + "\nLayers that are read: "
                            + String.join(", ", KerasLayers.ALL.keySet()) + ".");
        }
        return model.orElseThrow();
    }

    private Optional<ModelConfig> config() {
        try {
            return Optional.of(ModelConfig.read(LegacyNames.renewed(content), request));
        } catch (NotReadable e) {
            refused.add(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<LoadedModel> read(ModelConfig config) {
        config.layers().forEach(this::checkKnown);
        config.layers().forEach(layer -> layer.inputs().forEach(input -> readers.merge(input, 1, Integer::sum)));
        Optional<KerasNetwork> collector = attempt("", () -> {
            boolean first = DataFormat.channelsFirst(config.layers());
            Signal input = ModelInput.of(config.input(), config.layers(), first, request.images());
            signals.put(config.image(), Optional.of(input));
            return new KerasNetwork(new LayerCollector(input.image()), first, content.version());
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
            refused.add(layer.title() + ": no layer computes this class. " + ForeignLayers.remedy(layer.className()));
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

    private Signal read(KerasEntry entry, KerasNetwork network) {
        List<Signal> inputs = new ArrayList<>();
        for (String name : entry.inputs()) {
            signals.get(name).ifPresent(inputs::add);
        }
        boolean told = inputs.size() < entry.inputs().size() || !KerasLayers.ALL.containsKey(entry.className());
        if (told) {
            return null;
        }
        for (Signal input : inputs) {
            if (!input.ended().isNone()) {
                throw new NotReadable(
                        "it takes what " + input.ended().title() + " makes, which is supported only at the end",
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

    private LoadedModel finish(ModelConfig config, KerasNetwork network) {
        Signal output = signals.getOrDefault(config.output(), Optional.empty())
                .orElseThrow(() -> new NotReadable("its output '" + config.output() + "' is not a layer", AGAIN));
        if (output.form() != Signal.Form.VECTOR || !output.isNatural()) {
            throw new NotReadable(
                    "its output has the shape " + output.extents(network.channelsFirst()) + " of an image",
                    "End it with a Dense or GlobalAveragePooling2D layer.");
        }
        String name = file.getFileName().toString();
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        int value = network.layers().flat(output.value());
        boolean channelsLast = !network.channelsFirst();
        return network.layers()
                .build(
                        stem,
                        value,
                        channelsLast,
                        new FileOutput(config.outputNumber(), output.ended().ending()));
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
