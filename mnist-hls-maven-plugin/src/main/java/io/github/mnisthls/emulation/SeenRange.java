/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.quantization.RawRange;

/** Collects the smallest and the largest value; safe for threads. */
final class SeenRange {
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    synchronized void add(long smallest, long largest) {
        min = Math.min(min, smallest);
        max = Math.max(max, largest);
    }

    synchronized RawRange range() {
        return RawRange.of(min, max);
    }
}
