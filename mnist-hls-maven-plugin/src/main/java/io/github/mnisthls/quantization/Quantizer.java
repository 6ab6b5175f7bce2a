/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /** Quantizes a network in formats that are chosen already, as {@link TrainableNetwork} has them. */
    public static Quantization quantize(
            Network folded, Precision precision, FormatPlan formats, LabeledImages calibration, int threads) {
        return new Quantizer(folded, precision, new Calibration(folded, calibration, threads)).run(formats);
    }

    private Quantization run() {
        List<Stage> stages = Stages.of(network.architecture());
        LayerScale.checkNotTooLarge(network, stages, calibration);
        return run(FormatPlan.of(network, stages, precision, calibration));
    }

    /** What rounding in the forward pass needs to know. */
    static TrainableNetwork trainable(Network folded, Precision precision, LabeledImages calibration, int threads) {
        Calibration seen = new Calibration(folded, calibration, threads);
        List<Stage> stages = Stages.of(folded.architecture());
        FormatPlan first = FormatPlan.of(folded, stages, precision, seen);
        QuantizedNetwork quantized =
                new Quantizer(folded, precision, seen).run(first).network();
        FormatPlan formats = first.asIn(quantized);
        int values = folded.architecture().nodes().size() + 1;
        return new TrainableNetwork(folded, formats, RoundingPlan.of(stages, values, formats, quantized));
    }

    private Quantization run(FormatPlan plan) {
        List<Stage> stages = Stages.of(network.architecture());
        QuantizedInput input = input(plan.input());
        List<QuantizedNode> nodes = new ArrayList<>();
        List<LayerRange> proofs = new ArrayList<>();
        List<FixedPointFormat> formats = new ArrayList<>(List.of(input.format()));
        List<List<RawRange>> ranges = new ArrayList<>();
        ranges.add(OverflowProof.inputRanges(input));
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            List<List<RawRange>> inputs =
                    stage.inputs().stream().map(ranges::get).toList();
            int first = stage.inputs().get(0);
            int inputActivation = first == 0 ? 0 : stages.get(first - 1).own();
            StageParts parts = new StageParts(
                    network,
                    stage,
                    stage.inputs().stream().map(formats::get).toList(),
                    inputs,
                    plan.formats(i),
                    () -> calibration.mean(inputActivation));
            QuantizedLayer layer = build(parts);
            LayerRange proof = OverflowProof.of(layer, inputs);
            warn(stage, plan.formats(i), layer, proof);
            nodes.add(new QuantizedNode(layer, stage.inputs()));
            proofs.add(proof);
            formats.add(layer.outputFormat());
            ranges.add(proof.converted());
        }
        QuantizedNetwork result = new QuantizedNetwork(network.architecture().name(), precision.text(), input, nodes);
        return new Quantization(result, proofs, warnings.list());
    }

    private QuantizedInput input(FixedPointFormat format) {
        PixelScaling pixels = network.architecture().pixels();
        int tables = pixels.isUniform() ? 1 : network.architecture().input().channels();
        return new QuantizedInput(
                network.architecture().input(),
                format,
                IntStream.range(0, tables)
                        .mapToObj(channel -> IntStream.range(0, QuantizedInput.PIXEL_VALUES)
                                .mapToLong(pixel -> format.quantize(pixels.apply(channel, pixel)))
                                .toArray())
                        .map(RawVector::of)
                        .toList());
    }

    private QuantizedLayer build(StageParts parts) {
        try {
            return parts.build();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    Settings.PRECISION + " is '" + SeenValue.of(precision.text()) + "': layer '"
                            + parts.stage().name()
                            + "' cannot be computed in these types. " + e.getMessage()
                            + " Choose narrower types for its inputs and weights.",
                    e);
        }
    }

    private void warn(Stage stage, FormatPlan.Formats formats, QuantizedLayer layer, LayerRange proof) {
        if (formats.demandWeights()) {
            warnings.checkWeights(
                    layer.name(),
                    network.affine(stage.layer()).weights(),
                    formats.weights().orElseThrow().format());
        }
        if (formats.demandOutputs()) {
            double min = calibration.min(stage.own());
            double max = calibration.max(stage.own());
            warnings.checkOutputs(
                    layer, proof, stage.ends().apply(min), stage.ends().apply(max));
        }
    }
}
