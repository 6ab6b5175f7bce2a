/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Predictions;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What the quantized network makes of labeled images.
 *
 * @param mistakes the most confident ones first
 */
public record Recognition(ConfusionMatrix confusion, List<Mistake> mistakes) {
    public Recognition {
        mistakes = List.copyOf(mistakes);
    }

    /** The last layer's output, in real numbers. */
    @FunctionalInterface
    public interface Logits {
        /** One output of one image. */
        double logit(int image, int classIndex);
    }

    /**
     * An image that was taken for something else. Probabilities are the softmax of the logits.
     *
     * @param image       its number in the set, from 0
     * @param confidence  probability of {@code predicted}
     * @param labelChance probability of {@code label}
     * @param picture     a PNG as a data URI
     */
    public record Mistake(int image, int label, int predicted, double confidence, double labelChance, String picture) {
        private Mistake withPicture(String uri) {
            return new Mistake(image, label, predicted, confidence, labelChance, uri);
        }
    }

    /**
     * Compares predictions with labels.
     *
     * @param images   those that were predicted
     * @param pictures how many mistakes to keep
     */
    public static Recognition of(LabeledImages images, Predictions predictions, int pictures) {
        FixedPointFormat format = predictions.format();
        return of(
                images,
                predictions.classes(),
                (image, classIndex) -> format.toDouble(predictions.logit(image, classIndex)),
                pictures);
    }

    /**
     * Compares predictions with labels; the first of equal logits counts as the prediction.
     *
     * @param classes  number of outputs; each label must be below
     * @param pictures how many mistakes to keep
     */
    public static Recognition of(LabeledImages images, int classes, Logits logits, int pictures) {
        long[][] counts = new long[classes][classes];
        Stream.Builder<Mistake> mistakes = Stream.builder();
        for (int i = 0; i < images.count(); i++) {
            double[] values = logitsOf(i, classes, logits);
            int predicted = IntStream.range(0, classes)
                    .reduce((best, candidate) -> values[candidate] > values[best] ? candidate : best)
                    .orElseThrow();
            int label = images.label(i);
            counts[label][predicted]++;
            if (predicted != label) {
                double[] chances = softmax(values);
                mistakes.add(new Mistake(i, label, predicted, chances[predicted], chances[label], ""));
            }
        }
        List<Mistake> chosen = mistakes.build()
                .sorted(Comparator.comparingDouble(Mistake::confidence)
                        .reversed()
                        .thenComparingInt(Mistake::image))
                .limit(pictures)
                .map(mistake -> mistake.withPicture(PngPicture.dataUri(images, mistake.image())))
                .toList();
        return new Recognition(
                new ConfusionMatrix(Arrays.stream(counts)
                        .map(row -> LongStream.of(row).boxed().toList())
                        .toList()),
                chosen);
    }

    private static double[] logitsOf(int image, int classes, Logits logits) {
        return IntStream.range(0, classes)
                .mapToDouble(classIndex -> logits.logit(image, classIndex))
                .toArray();
    }

    private static double[] softmax(double[] values) {
        double largest = Arrays.stream(values).max().orElseThrow();
        double[] powers = Arrays.stream(values)
                .map(value -> StrictMath.exp(value - largest))
                .toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }
}
