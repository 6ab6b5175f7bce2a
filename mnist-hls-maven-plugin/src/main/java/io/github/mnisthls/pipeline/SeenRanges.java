/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.quantization.RawRange;
import java.util.List;

/**
 * The accumulators on the test images.
 *
 * @param accumulators for each layer of the quantized network its smallest and largest value, raw
 */
record SeenRanges(List<RawRange> accumulators) {
    static final String FILE = "internal/seen.json";

    SeenRanges {
        accumulators = List.copyOf(accumulators);
    }
}
