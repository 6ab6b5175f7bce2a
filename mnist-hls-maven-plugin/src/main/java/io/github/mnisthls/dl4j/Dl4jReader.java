/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.network.Add;
import io.github.mnisthls.network.Concat;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Reads a DL4J network layer by layer; what has no counterpart is refused by name. */
final class Dl4jReader {
    private final ReadGraph graph;
    private final Dl4jLayerReader layers;

    private Dl4jReader(Shape input) {
        this.graph = new ReadGraph(input);
        this.layers = new Dl4jLayerReader(graph);
    }

    /**
     * What was read.
     *
     * @param renamed what those layers are called in the file that have another name here
     */
    record Result(Network network, Map<String, String> renamed) {}

    /**
     * Reads a chain.
     *
     * @param input shape of the images, which a DL4J configuration does not hold
     * @throws io.github.mnisthls.settings.InvalidSettingException if a layer or one of its properties is not supported
     */
    static Result read(MultiLayerNetwork source, Shape input) {
        Dl4jReader reader = new Dl4jReader(input);
        int count = source.getnLayers();
        int value = 0;
        for (int i = 0; i < count; i++) {
            org.deeplearning4j.nn.api.Layer trained = source.getLayer(i);
            Layer layer = trained.conf().getLayer();
            String where = "layer " + i + (layer.getLayerName() == null ? "" : " '" + layer.getLayerName() + "'");
            value = reader.layers.read(
                    where,
                    source.getLayerWiseConfigurations().getInputPreProcess(i),
                    new SourceLayer<>(layer, trained, value, i == count - 1));
        }
        return reader.result(value);
    }

    /** Reads a graph; otherwise as {@link #read(MultiLayerNetwork, Shape)}. */
    static Result read(ComputationGraph source, Shape input) {
        ComputationGraphConfiguration graph = source.getConfiguration();
        String image = only("network inputs", graph.getNetworkInputs());
        String output = only("network outputs", graph.getNetworkOutputs());
        Dl4jReader reader = new Dl4jReader(input);
        Map<String, Integer> values = new HashMap<>(Map.of(image, 0));
        for (int index : source.topologicalSortOrder()) {
            String name = source.getVertices()[index].getVertexName();
            if (!name.equals(image)) {
                List<Integer> from = graph.getVertexInputs().get(name).stream()
                        .map(values::get)
                        .toList();
                values.put(name, reader.readVertex(source, name, from));
            }
        }
        return reader.result(values.get(output));
    }

    private static String only(String what, List<String> names) {
        if (names.size() != 1) {
            Dl4jLayerReader.at("graph", () -> {
                throw Refusal.unsupported(what, String.join(", ", names), "one image in, one vector of logits out");
            });
        }
        return names.get(0);
    }

    private int readVertex(ComputationGraph source, String name, List<Integer> from) {
        GraphVertex vertex = source.getConfiguration().getVertices().get(name);
        if (vertex instanceof LayerVertex layer) {
            boolean last = source.getConfiguration().getNetworkOutputs().contains(name)
                    && source.getConfiguration().getVertexInputs().values().stream()
                            .noneMatch(inputs -> inputs.contains(name));
            return layers.read(
                    "layer '" + name + "'",
                    layer.getPreProcessor(),
                    new SourceLayer<>(layer.getLayerConf().getLayer(), source.getLayer(name), from.get(0), last));
        }
        return Dl4jLayerReader.at("vertex '" + name + "'", () -> join(vertex, name, from));
    }

    private int join(GraphVertex vertex, String name, List<Integer> from) {
        if (vertex instanceof PreprocessorVertex step) {
            return layers.preprocess(step.getPreProcessor(), from.get(0));
        }
        if (vertex instanceof ElementWiseVertex operation) {
            if (operation.getOp() != ElementWiseVertex.Op.Add) {
                throw Refusal.unsupported("op of ElementWiseVertex", operation.getOp(), "Add");
            }
            return from.size() == 1
                    ? from.get(0)
                    : graph.add(new Add(graph.names().next("add", name)), from);
        }
        if (vertex instanceof MergeVertex merge) {
            requireChannels(merge, from.get(0));
            return from.size() == 1
                    ? from.get(0)
                    : graph.add(new Concat(graph.names().next("concat", name)), from);
        }
        throw Refusal.unsupported(
                "class",
                vertex.getClass().getSimpleName(),
                "LayerVertex, ElementWiseVertex (Add), MergeVertex and PreprocessorVertex: build the network from these");
    }

    private void requireChannels(MergeVertex merge, int value) {
        boolean channelsLast = !graph.shape(value).isVector() && graph.layout().flatten() == Layout.FlattenOrder.HWC;
        int wanted = channelsLast ? 3 : 1;
        if (merge.getMergeAxis() != wanted) {
            throw Refusal.unsupported("mergeAxis", merge.getMergeAxis(), wanted + ", where channels are joined");
        }
    }

    private Result result(int output) {
        return new Result(graph.build(output), graph.names().changes());
    }
}
