/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import java.util.Optional;

/**
 * A table of constants that a kernel reads.
 *
 * @param layer whose it is; absent for the pixels, which are the network's
 */
public record KernelTable(Kind kind, Optional<String> layer) {
    /** What a table holds. */
    public enum Kind {
        /** The network's input for each pixel value. */
        PIXELS,
        WEIGHTS,
        BIAS,
        /** Factors of negative values. */
        SLOPES,
        /** Results of a function that is looked up. */
        ENTRIES,
        /** Of the number of values that each window sees. */
        RECIPROCALS
    }

    static KernelTable ofPixels() {
        return new KernelTable(Kind.PIXELS, Optional.empty());
    }

    static KernelTable of(Kind kind, String layer) {
        return new KernelTable(kind, Optional.of(layer));
    }
}
