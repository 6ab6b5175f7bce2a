/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Network;
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
        questions.add(new Candidates(0, inputCandidates(precision.input())));
        boolean nonNegative = true;
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            nonNegative = stage.relu() || (nonNegative && !stage.isAffine());
            boolean last = i + 1 == stages.size();
            questions.add(new Candidates(
                    stage.observed(),
                    stage.isMaxPool() ? List.of() : candidates(stage, precision, calibration, nonNegative, last)));
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
                    !stage.isMaxPool() && precision.outputs(name) instanceof Literal));
        }
        return new FormatPlan(FormatChoice.best(questions.get(0).formats(), errors.get(0)), formats);
    }

    private static FixedPointFormat weightFormat(Rule rule, Network folded, Stage stage) {
        return rule instanceof Literal literal
                ? literal.weights()
                : FormatChoice.forWeights(
                        ((Auto) rule).width(), folded.affine(stage.layer()).weights());
    }

    private static List<FixedPointFormat> inputCandidates(Rule rule) {
        return rule instanceof Literal literal
                ? List.of(literal.outputs())
                : FormatChoice.candidates(((Auto) rule).width(), false, 0, 1, Rounding.AP_RND);
    }

    /** None for the logits: nothing is gained by rounding them. */
    private static List<FixedPointFormat> candidates(
            Stage stage, Precision precision, Calibration calibration, boolean nonNegative, boolean last) {
        Rule rule = precision.outputs(stage.layer().name());
        if (rule instanceof Literal literal) {
            return List.of(literal.outputs());
        }
        return last
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
            if (!stage.isMaxPool()) {
                (stage.isAffine() ? weighted : others).add(stage.layer().name());
            }
        }
        precision.checkLayers(weighted, others);
    }
}
