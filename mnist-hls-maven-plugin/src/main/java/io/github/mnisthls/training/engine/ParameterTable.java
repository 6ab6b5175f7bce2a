/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.SeededRandom;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.NamedParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.network.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** All learned values of some layers in one array, and which of them are whose; beside them the running statistics. */
final class ParameterTable {
    private static final float PRELU_SLOPE = 0.25f;

    private final float[] values;
    private final List<Entry> entries = new ArrayList<>();

    /** One array of a layer: a block of the learned values, or statistics that have an array of their own. */
    private static final class Entry {
        final Layer layer;
        final ParameterSpec spec;
        final int outputs;

        /** Null for statistics. */
        final ParameterBlock block;

        /** Null for what is learned. */
        final float[] statistics;

        Entry(Layer layer, ParameterSpec spec, int outputs, ParameterBlock block, float[] statistics) {
            this.layer = layer;
            this.spec = spec;
            this.outputs = outputs;
            this.block = block;
            this.statistics = statistics;
        }

        boolean isLearned() {
            return block != null;
        }

        ParameterBlock block() {
            return block;
        }

        float[] statistics() {
            return statistics;
        }
    }

    private ParameterTable(int size) {
        values = new float[size];
    }

    /** A table of the layers that are {@code kept}, with the values that they begin with; weights are 0. */
    static ParameterTable of(Architecture architecture, Predicate<Layer> kept) {
        List<Entry> entries = new ArrayList<>();
        List<List<Shape>> inputs = architecture.inputShapes();
        List<Shape> shapes = architecture.shapes();
        int at = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Layer layer = architecture.nodes().get(i).layer();
            List<ParameterSpec> specs = kept.test(layer) ? layer.parameters(inputs.get(i)) : List.of();
            for (ParameterSpec spec : specs) {
                int outputs = shapes.get(i + 1).channels();
                if (isStatistic(spec)) {
                    entries.add(new Entry(layer, spec, outputs, null, new float[spec.size()]));
                } else {
                    boolean decays = spec.name().equals(ParameterSpec.WEIGHTS);
                    entries.add(new Entry(layer, spec, outputs, new ParameterBlock(at, spec.size(), decays), null));
                    at += spec.size();
                }
            }
        }
        ParameterTable table = new ParameterTable(at);
        table.entries.addAll(entries);
        entries.forEach(table::begin);
        return table;
    }

    private static boolean isStatistic(ParameterSpec spec) {
        return spec.name().equals(ParameterSpec.MEAN) || spec.name().equals(ParameterSpec.VARIANCE);
    }

    private void begin(Entry entry) {
        float start =
                switch (entry.spec.name()) {
                    case ParameterSpec.GAMMA, ParameterSpec.VARIANCE -> 1;
                    case ParameterSpec.SLOPE -> PRELU_SLOPE;
                    default -> 0;
                };
        float[] all = new float[entry.spec.size()];
        Arrays.fill(all, start);
        set(entry, all);
    }

    /** He's initialization of a layer's weights, if it has any. */
    void randomize(Layer layer, long seed, int position) {
        for (Entry entry : entries) {
            if (entry.layer.equals(layer) && entry.spec.name().equals(ParameterSpec.WEIGHTS)) {
                SeededRandom random = new SeededRandom(seed, position);
                int fanIn = entry.spec.size() / entry.outputs;
                double limit = Math.sqrt(6.0 / fanIn);
                for (int i = entry.block.at(); i < entry.block.end(); i++) {
                    values[i] = (float) random.nextSigned(limit);
                }
            }
        }
    }

    float[] values() {
        return values;
    }

    /** In the layers' order. */
    List<ParameterBlock> blocks() {
        return entries.stream().filter(Entry::isLearned).map(Entry::block).toList();
    }

    /** Those of each layer that learns, in the layers' order. */
    Map<String, List<ParameterBlock>> blocksByLayer() {
        Map<String, List<ParameterBlock>> result = new LinkedHashMap<>();
        entries.stream()
                .filter(Entry::isLearned)
                .forEach(entry -> result.computeIfAbsent(entry.layer.name(), name -> new ArrayList<>())
                        .add(entry.block));
        return result;
    }

    /** A layer's weights, bias, scale, shift or slope. */
    ParameterBlock block(Layer layer, String name) {
        return entry(layer, name).block;
    }

    /** A layer's running mean or variance. */
    float[] statistics(Layer layer, String name) {
        return entry(layer, name).statistics;
    }

    private Entry entry(Layer layer, String name) {
        return entries.stream()
                .filter(entry -> entry.layer.equals(layer) && entry.spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("layer " + layer.name() + " has no " + name));
    }

    /** All running statistics, in the layers' order. */
    List<float[]> allStatistics() {
        return entries.stream()
                .filter(entry -> !entry.isLearned())
                .map(Entry::statistics)
                .toList();
    }

    /** The values of this moment, by layer. */
    Map<String, NamedParameters> toParameters() {
        Map<String, Map<String, FloatVector>> result = new LinkedHashMap<>();
        for (Entry entry : entries) {
            result.computeIfAbsent(entry.layer.name(), name -> new TreeMap<>())
                    .put(entry.spec.name(), FloatVector.of(get(entry)));
        }
        Map<String, NamedParameters> parameters = new TreeMap<>();
        result.forEach((layer, own) -> parameters.put(layer, new NamedParameters(own)));
        return parameters;
    }

    /** Takes over a network's values. */
    void set(Network network) {
        for (Entry entry : entries) {
            set(entry, network.values(entry.layer, entry.spec.name()).toArray());
        }
    }

    private float[] get(Entry entry) {
        return entry.isLearned() ? Arrays.copyOfRange(values, entry.block.at(), entry.block.end()) : entry.statistics;
    }

    private void set(Entry entry, float[] source) {
        if (entry.isLearned()) {
            System.arraycopy(source, 0, values, entry.block.at(), source.length);
        } else {
            System.arraycopy(source, 0, entry.statistics, 0, source.length);
        }
    }
}
