/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.quantization.Calibration.Candidates;
import io.github.mnisthls.quantization.Precision.Auto;
import io.github.mnisthls.quantization.Precision.Literal;
import io.github.mnisthls.quantization.Precision.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     */
    record Formats(
            Optional<FixedPointFormat> weights,
            Optional<FixedPointFormat> outputs,
            boolean demandWeights,
            boolean demandOutputs) {}

    static FormatPlan of(Network folded, List<Stage> stages, Precision precision, Calibration calibration) {
        checkLayers(stages, precision);
        List<Candidates> questions = new ArrayList<>();
        PixelScaling pixels = folded.architecture().pixels();
        questions.add(new Candidates(0, inputCandidates(precision.input(), pixels)));
        List<Boolean> nonNegative = new ArrayList<>(List.of(pixels.min() >= 0));
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            nonNegative.add(stage.isNonNegative(
                    stage.inputs().stream().map(nonNegative::get).toList()));
            boolean exact = i + 1 == stages.size() || stage.isPart();
            questions.add(new Candidates(
                    stage.observed(),
                    stage.keepsFormat()
                            ? List.of()
                            : candidates(stage, precision, calibration, nonNegative.get(i + 1), exact)));
        }
        return choose(folded, stages, precision, questions, calibration.squaredErrors(questions));
    }

    Formats formats(int stage) {
        return stages.get(stage);
    }

    private static FormatPlan choose(
            Network folded,
            List<Stage> stages,
            Precision precision,
            List<Candidates> questions,
            List<double[]> errors) {
        List<Formats> formats = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String name = stage.layer().name();
            boolean weighted = stage.isAffine();
            Rule weights = weighted ? precision.weights(name) : null;
            List<FixedPointFormat> outputs = questions.get(i + 1).formats();
            formats.add(new Formats(
                    weighted ? Optional.of(weightFormat(weights, folded, stage)) : Optional.empty(),
                    outputs.isEmpty() ? Optional.empty() : Optional.of(FormatChoice.best(outputs, errors.get(i + 1))),
                    weights instanceof Literal,
                    !stage.keepsFormat() && !stage.isPart() && precision.outputs(name) instanceof Literal));
        }
        return new FormatPlan(FormatChoice.best(questions.get(0).formats(), errors.get(0)), formats);
    }

    private static FixedPointFormat weightFormat(Rule rule, Network folded, Stage stage) {
        return rule instanceof Literal literal
                ? literal.weights()
                : FormatChoice.forWeights(
                        ((Auto) rule).width(), folded.affine(stage.layer()).weights());
    }

    private static List<FixedPointFormat> inputCandidates(Rule rule, PixelScaling pixels) {
        return rule instanceof Literal literal
                ? List.of(literal.outputs())
                : FormatChoice.candidates(
                        ((Auto) rule).width(), pixels.min() < 0, pixels.min(), pixels.max(), Rounding.AP_RND);
    }

    /** None for the logits and for parts of a larger sum: nothing is gained by rounding them. */
    private static List<FixedPointFormat> candidates(
            Stage stage, Precision precision, Calibration calibration, boolean nonNegative, boolean exact) {
        if (stage.isPart()) {
            return List.of();
        }
        Rule rule = precision.outputs(stage.name());
        if (rule instanceof Literal literal) {
            return List.of(literal.outputs());
        }
        return exact
                ? List.of()
                : FormatChoice.candidates(
                        ((Auto) rule).width(),
                        !nonNegative,
                        calibration.min(stage.observed()),
                        calibration.max(stage.observed()),
                        Rounding.AP_RND);
    }

    private static void checkLayers(List<Stage> stages, Precision precision) {
        Set<String> weighted = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        for (Stage stage : stages) {
            if (!stage.keepsFormat() && !stage.isPart()) {
                (stage.isAffine() ? weighted : others).add(stage.layer().name());
            }
        }
        precision.checkLayers(weighted, others);
    }
}
