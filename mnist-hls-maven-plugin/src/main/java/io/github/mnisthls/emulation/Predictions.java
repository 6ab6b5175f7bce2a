/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;

/** The raw logits of a number of images, and what follows from them. */
public final class Predictions {
    private final LabeledImages images;
    private final FixedPointFormat format;
    private final int classes;
    private final long[] logits;

    Predictions(LabeledImages images, FixedPointFormat format, int classes, long[] logits) {
        this.images = images;
        this.format = format;
        this.classes = classes;
        this.logits = logits;
    }

    /** Number of images. */
    public int count() {
        return images.count();
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

    /** Fraction of the images whose predicted class is their label. */
    public double accuracy() {
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
