/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.quantization.LayerOutputs;
import io.github.mnisthls.quantization.LayerRange;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.RawRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at a quantized network's layers for the report. Those that only choose, move or look up values are left out. */
public final class LayerFindings {
    private LayerFindings() {}

    /**
     * The values of each layer beside their formats.
     *
     * @param folded as it was quantized
     * @param images to compute the outputs of; some hundred tell enough
     */
    public static List<ReportData.LayerValues> values(Network folded, Quantization quantization, LabeledImages images) {
        List<QuantizedLayer> layers = quantization.network().layers();
        List<ValueHistogram.Counter> outputs = layers.stream()
                .map(layer -> ValueHistogram.counter(layer.outputFormat()))
                .toList();
        LayerOutputs.forEach(folded, images, (layer, values) -> {
            for (float value : values) {
                outputs.get(layer).add(value);
            }
        });
        List<ReportData.LayerValues> result = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            QuantizedLayer layer = layers.get(i);
            if (layer.accumulates()) {
                result.add(new ReportData.LayerValues(
                        layer.name(),
                        weightFormat(layer).map(format -> weights(parameters(folded, layer), format)),
                        Optional.of(outputs.get(i).build())));
            }
        }
        return result;
    }

    /**
     * The range of each accumulator.
     *
     * @param seen by the emulator, one per layer of the quantized network; empty if it was not asked
     */
    public static List<ReportData.AccumulatorRange> accumulators(Quantization quantization, List<RawRange> seen) {
        List<ReportData.AccumulatorRange> result = new ArrayList<>();
        for (int i = 0; i < quantization.proofs().size(); i++) {
            QuantizedLayer layer = quantization.network().layers().get(i);
            LayerRange proof = quantization.proofs().get(i);
            if (layer.accumulates()) {
                result.add(new ReportData.AccumulatorRange(
                        layer.name(),
                        layer.accumulatorFormat(),
                        proof.accumulator(),
                        proof.partialSums(),
                        seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(i))));
            }
        }
        return result;
    }

    private static Optional<FixedPointFormat> weightFormat(QuantizedLayer layer) {
        return layer.trained().map(QuantizedAffine::weightFormat);
    }

    private static AffineParameters parameters(Network folded, QuantizedLayer layer) {
        return folded.architecture().layers().stream()
                .filter(candidate -> candidate.name().equals(layer.name()))
                .map(folded::affine)
                .findFirst()
                .orElseThrow();
    }

    private static ValueHistogram weights(AffineParameters parameters, FixedPointFormat format) {
        ValueHistogram.Counter counter = ValueHistogram.counter(format);
        for (float weight : parameters.weights().toArray()) {
            counter.add(weight);
        }
        return counter.build();
    }
}
