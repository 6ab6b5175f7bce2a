/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import java.util.List;

/**
 * What quantizing gave.
 *
 * @param proofs   one per layer of the network
 * @param warnings where a format that the user demanded is too narrow
 */
public record Quantization(QuantizedNetwork network, List<LayerRange> proofs, List<RangeWarning> warnings) {
    public Quantization {
        proofs = List.copyOf(proofs);
        warnings = List.copyOf(warnings);
    }
}
