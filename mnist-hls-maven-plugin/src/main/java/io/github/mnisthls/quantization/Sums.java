/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import java.util.List;

/**
 * What a stage's sums can be, per output channel.
 *
 * @param results of all terms
 * @param partial of any terms, none included, in any order
 */
public record Sums(List<RawRange> results, List<RawRange> partial) {
    public Sums {
        results = List.copyOf(results);
        partial = List.copyOf(partial);
    }

    /** Of values that are passed on. */
    static Sums of(List<RawRange> values) {
        return new Sums(values, values);
    }

    /** All partial sums of all channels. */
    RawRange hull() {
        return RawRange.hull(partial);
    }
}
