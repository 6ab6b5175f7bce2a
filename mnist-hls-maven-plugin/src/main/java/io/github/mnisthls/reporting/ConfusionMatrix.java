/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How often images of each class were taken for each class.
 *
 * @param counts by label, then by prediction; square
 */
public record ConfusionMatrix(List<List<Long>> counts) {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if the matrix is empty or not square
     */
    public ConfusionMatrix {
        counts = counts.stream().map(List::copyOf).toList();
        int classes = counts.size();
        if (classes == 0 || counts.stream().anyMatch(row -> row.size() != classes)) {
            throw new IllegalArgumentException("a confusion matrix has as many columns as rows, and at least one");
        }
    }

    public int classes() {
        return counts.size();
    }

    /** Images of this label that were taken for that class. */
    public long count(int label, int predicted) {
        return counts.get(label).get(predicted);
    }

    /** Images of this label. */
    public long labeled(int label) {
        return counts.get(label).stream().mapToLong(Long::longValue).sum();
    }

    /** Images taken for this class. */
    public long predicted(int predicted) {
        return counts.stream().mapToLong(row -> row.get(predicted)).sum();
    }

    /** The most frequent way to be wrong; 0 if nothing is. */
    public long worstConfusion() {
        return IntStream.range(0, classes())
                .mapToLong(label -> IntStream.range(0, classes())
                        .filter(predicted -> predicted != label)
                        .mapToLong(predicted -> count(label, predicted))
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
    }
}
