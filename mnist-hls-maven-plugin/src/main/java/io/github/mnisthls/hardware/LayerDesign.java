/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.AdderGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer with a folding and with the words that reach it.
 *
 * @param entries     by input, the processes between its words and the first of {@code body}; often none
 * @param body        the first takes all inputs, each of the others what the one before it gives
 * @param copies      of the result, for all who take it
 * @param lanes       the folding; without a matrix, values of a word that it works on
 * @param multipliers products per cycle
 * @param storage     of its weights
 * @param adders      graphs that make the products, if multipliers do not
 */
record LayerDesign(
        List<List<ProcessDraft>> entries,
        List<ProcessDraft> body,
        List<ProcessDraft> copies,
        Folding lanes,
        long multipliers,
        WeightStorage storage,
        List<AdderGraph> adders) {
    /** The same, with adders in place of multipliers and weights. */
    LayerDesign with(List<AdderGraph> graphs) {
        return new LayerDesign(entries, body, copies, lanes, 0, WeightStorage.NONE, graphs);
    }

    List<ProcessDraft> processes() {
        List<ProcessDraft> all = new ArrayList<>();
        entries.forEach(all::addAll);
        all.addAll(body);
        all.addAll(copies);
        return all;
    }

    /** Values per word that it sends. */
    int outLanes() {
        return body.get(body.size() - 1).outLanes();
    }

    Resources resources() {
        return processes().stream().map(ProcessDraft::cost).reduce(Resources.NONE, Resources::plus);
    }
}
