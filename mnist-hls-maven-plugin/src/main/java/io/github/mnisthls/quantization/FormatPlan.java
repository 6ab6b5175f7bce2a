/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Network;
import java.util.List;
import java.util.Optional;

/**
 * The formats of all weights and results.
 *
 * @param input  of the pixels
 * @param stages one per stage
 */
record FormatPlan(FixedPointFormat input, List<Formats> stages) {
    /**
     * The formats of one stage.
     *
     * @param weights       none for pooling
     * @param outputs       none where the accumulator is passed on as it is
     * @param demandWeights whether the user named the type of the weights
     * @param demandOutputs whether the user named the type of the results
     * @param keepsWeights  whether weights and bias are kept as they are: the one in its format, the other if it can be
     */
    record Formats(
            Optional<WeightFormat> weights,
            Optional<FixedPointFormat> outputs,
            boolean demandWeights,
            boolean demandOutputs,
            boolean keepsWeights) {}

    static FormatPlan of(Network folded, List<Stage> stages, Precision precision, Calibration calibration) {
        return new FormatPlanner(folded, stages, precision, calibration).plan();
    }

    Formats formats(int stage) {
        return stages.get(stage);
    }
}
