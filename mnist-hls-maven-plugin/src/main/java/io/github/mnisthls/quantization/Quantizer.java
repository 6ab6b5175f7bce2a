/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** Turns a folded float network into integers of the formats that the user asked for. */
public final class Quantizer {
    /** How many training images show the ranges of the activations, where the user says nothing else. */
    public static final int DEFAULT_CALIBRATION_IMAGES = 2000;

    private final Network network;
    private final Precision precision;
    private final Calibration calibration;
    private final RangeWarnings warnings = new RangeWarnings();

    private Quantizer(Network network, Precision precision, Calibration calibration) {
        this.network = network;
        this.precision = precision;
        this.calibration = calibration;
    }

    /**
     * Quantizes a network.
     *
     * @param folded      without batch normalization and dropout, as {@link FoldBatchNorm} gives it
     * @param calibration training images, of the network's input shape; at least one
     * @param threads     at least 1; the result does not depend on it
     * @throws InvalidSettingException if the precision does not fit the network
     */
    public static Quantization quantize(Network folded, Precision precision, LabeledImages calibration, int threads) {
        return new Quantizer(folded, precision, new Calibration(folded, calibration, threads)).run();
    }

    private Quantization run() {
        List<Stage> stages = Stage.of(network.architecture());
        FormatPlan plan = FormatPlan.of(network, stages, precision, calibration);
        QuantizedInput input = input(plan.input());
        List<QuantizedLayer> layers = new ArrayList<>();
        List<LayerRange> proofs = new ArrayList<>();
        FixedPointFormat format = input.format();
        List<RawRange> ranges = OverflowProof.inputRanges(input);
        for (int i = 0; i < stages.size(); i++) {
            int inputActivation = i == 0 ? 0 : stages.get(i - 1).own();
            LayerBuilder builder =
                    new LayerBuilder(stages.get(i), format, ranges, () -> calibration.mean(inputActivation));
            QuantizedLayer layer = build(builder, plan.formats(i));
            LayerRange proof = OverflowProof.of(layer, List.of(ranges));
            warn(stages.get(i), plan.formats(i), layer, proof);
            layers.add(layer);
            proofs.add(proof);
            format = layer.outputFormat();
            ranges = proof.converted();
        }
        QuantizedNetwork result =
                QuantizedNetwork.chain(network.architecture().name(), precision.text(), input, layers);
        return new Quantization(result, proofs, warnings.list());
    }

    private QuantizedInput input(FixedPointFormat format) {
        long[] table = new long[QuantizedInput.PIXEL_VALUES];
        for (int pixel = 0; pixel < table.length; pixel++) {
            table[pixel] = format.quantize(pixel / (QuantizedInput.PIXEL_VALUES - 1.0));
        }
        return new QuantizedInput(network.architecture().input(), format, RawVector.of(table));
    }

    private QuantizedLayer build(LayerBuilder builder, FormatPlan.Formats formats) {
        Stage stage = builder.stage();
        AffineParameters trained = stage.isAffine() ? network.affine(stage.layer()) : null;
        try {
            return builder.build(formats, trained);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    Settings.PRECISION + " is '" + SeenValue.of(precision.text()) + "': layer '"
                            + stage.layer().name() + "' cannot be computed so. " + e.getMessage()
                            + " Choose narrower types for its inputs and weights.",
                    e);
        }
    }

    private void warn(Stage stage, FormatPlan.Formats formats, QuantizedLayer layer, LayerRange proof) {
        if (formats.demandWeights()) {
            warnings.checkWeights(
                    layer.name(),
                    network.affine(stage.layer()).weights(),
                    formats.weights().orElseThrow());
        }
        if (formats.demandOutputs()) {
            double min = calibration.min(stage.own());
            double max = calibration.max(stage.own());
            boolean relu = layer.relu();
            warnings.checkOutputs(layer, proof, relu ? Math.max(min, 0) : min, relu ? Math.max(max, 0) : max);
        }
    }
}
