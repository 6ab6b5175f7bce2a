/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.ArrayList;
import java.util.List;

/** Brute force for searches. */
final class Combinations {
    private Combinations() {}

    /** Every choice of one folding for each layer. */
    static List<List<Folding>> of(List<List<Folding>> options) {
        List<List<Folding>> all = List.of(List.of());
        for (List<Folding> choices : options) {
            List<List<Folding>> longer = new ArrayList<>();
            for (List<Folding> start : all) {
                for (Folding choice : choices) {
                    List<Folding> next = new ArrayList<>(start);
                    next.add(choice);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }
}
