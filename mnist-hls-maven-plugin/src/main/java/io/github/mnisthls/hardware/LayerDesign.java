/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer with a folding and with the words that reach it.
 *
 * @param entries     by input, the processes between its words and the first of {@code body}; often none
 * @param body        the first takes all inputs, each of the others what the one before it gives
 * @param lanes       values per word that the last of {@code body} sends and reads; what a folding means without a matrix
 * @param multipliers products per cycle
 * @param storage     of its weights
 */
record LayerDesign(
        List<List<ProcessDraft>> entries,
        List<ProcessDraft> body,
        Folding lanes,
        long multipliers,
        WeightStorage storage) {
    /** Of a layer with one input and no weights. */
    static LayerDesign withoutWeights(List<ProcessDraft> body, int lanes) {
        return new LayerDesign(List.of(List.of()), body, new Folding(lanes, lanes), 0, WeightStorage.NONE);
    }

    /** Those between an input and its end first. */
    List<ProcessDraft> processes() {
        List<ProcessDraft> all = new ArrayList<>();
        entries.forEach(all::addAll);
        all.addAll(body);
        return all;
    }

    /** Values per word that it sends. */
    int outLanes() {
        return body.get(body.size() - 1).outLanes();
    }

    Resources resources() {
        return costs().reduce(Resources.NONE, Resources::plus);
    }

    private Stream<Resources> costs() {
        return processes().stream().map(ProcessDraft::cost);
    }
}
