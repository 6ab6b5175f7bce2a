/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Confusion matrix and mistakes. */
final class RecognitionSection {
    private static final int SHADES = 4;
    private static final double LEAST = 0.001;

    private RecognitionSection() {}

    static PageView.Confusion of(Recognition recognition) {
        ConfusionMatrix matrix = recognition.confusion();
        int classes = matrix.classes();
        long images = IntStream.range(0, classes).mapToLong(matrix::labeled).sum();
        long right = IntStream.range(0, classes)
                .mapToLong(label -> matrix.count(label, label))
                .sum();
        return new PageView.Confusion(
                Figures.count(images - right) + " of " + Figures.count(images) + " images are misclassified.",
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                IntStream.range(0, classes)
                        .mapToObj(label -> row(matrix, label))
                        .toList(),
                recognition.mistakes().stream().map(RecognitionSection::picture).toList());
    }

    private static PageView.ClassRow row(ConfusionMatrix matrix, int label) {
        List<PageView.ConfusionCell> cells = new ArrayList<>();
        for (int predicted = 0; predicted < matrix.classes(); predicted++) {
            cells.add(new PageView.ConfusionCell(
                    Figures.count(matrix.count(label, predicted)), shade(matrix, label, predicted)));
        }
        return new PageView.ClassRow(
                Integer.toString(label),
                cells,
                Figures.count(matrix.labeled(label)),
                share(matrix.count(label, label), matrix.labeled(label)),
                share(matrix.count(label, label), matrix.predicted(label)));
    }

    private static String shade(ConfusionMatrix matrix, int label, int predicted) {
        long count = matrix.count(label, predicted);
        if (label == predicted) {
            return "hit";
        }
        return count == 0 ? "none" : "miss" + (1 + (SHADES - 1) * count / matrix.worstConfusion());
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "-" : Figures.percent((double) part / whole);
    }

    private static PageView.Picture picture(Recognition.Mistake mistake) {
        return new PageView.Picture(
                mistake.picture(),
                "Test image " + mistake.image() + ", labeled " + mistake.label() + ", recognized as "
                        + mistake.predicted(),
                mistake.label() + " taken for " + mistake.predicted(),
                mistake.predicted() + " at " + chance(mistake.confidence()),
                mistake.label() + " at " + chance(mistake.labelChance()));
    }

    /** Nothing is certain, and nothing impossible, that a softmax calls so. */
    private static String chance(double probability) {
        if (probability < LEAST) {
            return "less than " + Figures.percent(LEAST, 1);
        }
        return probability > 1 - LEAST ? "more than " + Figures.percent(1 - LEAST, 1) : Figures.percent(probability, 1);
    }
}
