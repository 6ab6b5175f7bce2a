/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.AffineRounding;
import io.github.mnisthls.quantization.WeightFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rounds weights and biases as the hardware has them. What is learned stays in range, so that it can come back. */
final class ParameterRounding {
    private final List<Part> parts = new ArrayList<>();

    private record Part(ParameterBlock block, FixedPointFormat format, WeightFormat weights, Optional<Steps> steps) {
        Part(ParameterBlock block, WeightFormat weights) {
            this(block, weights.format(), weights, steps(weights));
        }

        private static Optional<Steps> steps(WeightFormat weights) {
            FixedPointFormat format = weights.format();
            return Steps.of(format, format.toDouble(format.minRaw()), format.toDouble(format.maxRaw()))
                    .filter(steps -> !weights.signs());
        }

        void round(float[] learned, float[] rounded) {
            float least = (float) format.toDouble(format.minRaw());
            float greatest = (float) format.toDouble(format.maxRaw());
            for (int i = block.at(); i < block.end(); i++) {
                learned[i] = Math.min(Math.max(learned[i], least), greatest);
            }
            if (steps.isPresent()) {
                Steps plain = steps.get();
                for (int i = block.at(); i < block.end(); i++) {
                    rounded[i] = plain.round(learned[i]);
                }
            } else {
                for (int i = block.at(); i < block.end(); i++) {
                    rounded[i] = (float) format.toDouble(weights.quantize(learned[i]));
                }
            }
        }

        void prune(float[] learned, float[] rounded, double share) {
            float threshold = Pruning.threshold(learned, block, share);
            for (int i = block.at(); i < block.end(); i++) {
                rounded[i] = Math.abs(learned[i]) <= threshold ? 0 : rounded[i];
            }
        }
    }

    void add(AffineRounding rounding, ParameterBlock weights, ParameterBlock bias) {
        parts.add(new Part(weights, rounding.weights()));
        parts.add(new Part(bias, new WeightFormat(rounding.bias(), false)));
    }

    /**
     * Keeps what is learned in range, and rounds it.
     *
     * @param zeroShare of each layer's weights that become 0, those of the smallest magnitude
     */
    void round(float[] learned, float[] rounded, double zeroShare) {
        parts.forEach(part -> part.round(learned, rounded));
        if (zeroShare > 0) {
            parts.stream()
                    .filter(part -> part.block().decays())
                    .forEach(part -> part.prune(learned, rounded, zeroShare));
        }
    }
}
