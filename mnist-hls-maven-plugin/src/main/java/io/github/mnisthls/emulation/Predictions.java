/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Arrays;

/** The raw logits of a number of images, and what follows from them. */
public final class Predictions {
    private final FixedPointFormat format;
    private final int classes;
    private final long[] logits;

    /** Takes the array as it is; it holds whole images. */
    Predictions(FixedPointFormat format, int classes, long[] logits) {
        this.format = format;
        this.classes = classes;
        this.logits = logits;
    }

    /** Number of images. */
    public int count() {
        return logits.length / classes;
    }

    /** Number of logits per image. */
    public int classes() {
        return classes;
    }

    /** Of the logits. */
    public FixedPointFormat format() {
        return format;
    }

    /** One raw logit. */
    public long logit(int image, int logit) {
        return logits[image * classes + logit];
    }

    /** All raw logits, image after image; a copy. */
    public long[] logits() {
        return logits.clone();
    }

    /** Those of the first images. */
    public Predictions first(int images) {
        return new Predictions(format, classes, Arrays.copyOf(logits, images * classes));
    }

    /** The class with the largest logit; the first among equals. */
    public int predicted(int image) {
        int best = 0;
        for (int i = 1; i < classes; i++) {
            if (compare(logit(image, i), logit(image, best)) > 0) {
                best = i;
            }
        }
        return best;
    }

    /**
     * Fraction of the images whose predicted class is their label.
     *
     * @param images those that were predicted, in the same order
     */
    public double accuracy(LabeledImages images) {
        if (images.count() != count()) {
            throw new IllegalArgumentException(images.count() + " images, but predictions of " + count());
        }
        int correct = 0;
        for (int image = 0; image < count(); image++) {
            correct += predicted(image) == images.label(image) ? 1 : 0;
        }
        return (double) correct / count();
    }

    private int compare(long left, long right) {
        return format.signed() ? Long.compare(left, right) : Long.compareUnsigned(left, right);
    }
}
