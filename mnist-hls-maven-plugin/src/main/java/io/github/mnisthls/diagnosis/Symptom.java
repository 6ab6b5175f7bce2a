/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

/**
 * Something that is wrong, and what mends it.
 *
 * @param where  layer, or what else it is about
 * @param seen   what shows it, as a sentence
 * @param remedy as a sentence
 * @param before accuracy as it is, a fraction of 1
 * @param after  accuracy with the remedy, on the same images
 */
public record Symptom(Kind kind, String where, String seen, String remedy, double before, double after) {
    /** What can be wrong. */
    public enum Kind {
        INPUT_SCALING("inputs are not scaled as in training"),
        IMAGES_TRANSPOSED("images are transposed"),
        LABELS_PERMUTED("labels are permuted"),
        CHANNEL_ORDER("channels come in another order"),
        FLATTEN_ORDER("values are flattened in another order"),
        TRANSPOSED_WEIGHTS("weights are transposed"),
        NORM_STATISTICS("batch normalization has no statistics of its own"),
        NORM_EPSILON("batch normalization has another epsilon"),
        TRAINED_WITH_ROUNDING("it did not learn, as if rounded while training"),
        SATURATION("values saturate"),
        INTEGER_BITS("too few integer bits"),
        FRACTION_BITS("too few fraction bits"),
        ZERO_WEIGHTS("weights are almost all zero");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }
}
