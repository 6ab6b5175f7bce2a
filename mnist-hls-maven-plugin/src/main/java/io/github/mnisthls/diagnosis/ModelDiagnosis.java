/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is wrong with a network and its precision.
 *
 * @param images    training images that were looked at
 * @param float32   accuracy before quantization, a fraction of 1
 * @param quantized accuracy after; none if the network cannot be quantized so
 * @param layers    in the order of the network; empty if it cannot be quantized
 * @param cure      of the precision, if it costs accuracy and something helps
 */
public record ModelDiagnosis(
        String precision,
        int images,
        double float32,
        OptionalDouble quantized,
        List<LayerHealth> layers,
        Optional<Cure> cure,
        List<Symptom> symptoms) {
    public ModelDiagnosis {
        layers = List.copyOf(layers);
        symptoms = List.copyOf(symptoms);
    }
}
