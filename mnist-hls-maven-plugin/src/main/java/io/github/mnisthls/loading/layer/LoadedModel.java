/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A network from a file, and what the file computes around it.
 *
 * @param network   what was read; what scales the pixels in the file is not in it
 * @param originals for layers that are called otherwise in the file: how a person finds them there
 * @param input     from the file's input to what the network sees
 * @param output    from the network's logits to the file's output
 */
public record LoadedModel(Network network, Map<String, String> originals, FileInput input, FileOutput output) {
    public LoadedModel {
        Map<String, String> shown = new TreeMap<>(originals);
        shown.replaceAll((layer, original) -> FileText.shown(original));
        originals = Collections.unmodifiableMap(shown);
    }

    /** A network whose file computes nothing around it. */
    public static LoadedModel plain(Network network, Map<String, String> originals) {
        return new LoadedModel(network, originals, FileInput.PLAIN, FileOutput.PLAIN);
    }

    /** The same of another network of the same layers. */
    public LoadedModel with(Network other) {
        return new LoadedModel(other, originals, input, output);
    }

    /** What the file gives for logits of the network. */
    public double[] outputs(float... logits) {
        double[] exact = new double[logits.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = logits[i];
        }
        return output.ending().apply(exact);
    }

    /** A head, and a line for each layer: as read, in the file, shape of what it gives, number of its parameters. */
    public List<String> table() {
        Architecture architecture = network.architecture();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("layer", "in the file", "gives", "parameters"));
        for (int i = 0; i < architecture.nodes().size(); i++) {
            Layer layer = architecture.nodes().get(i).layer();
            rows.add(List.of(
                    layer.name(),
                    originals.getOrDefault(layer.name(), layer.name()),
                    architecture.shapes().get(i + 1).toString(),
                    Long.toString(
                            layer.parameterCount(architecture.inputShapes().get(i)))));
        }
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.get(0).size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    /** The numbers at the end are aligned to their right. */
    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String padding = " ".repeat(widths.get(i) - row.get(i).length());
            boolean last = i == row.size() - 1;
            line.append(last ? padding : "").append(row.get(i)).append(last ? "" : padding + "  ");
        }
        return line.toString();
    }
}
