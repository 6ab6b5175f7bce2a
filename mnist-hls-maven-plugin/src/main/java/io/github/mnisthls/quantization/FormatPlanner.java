/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.quantization.Calibration.Candidates;
import io.github.mnisthls.quantization.FormatPlan.Formats;
import io.github.mnisthls.quantization.Precision.Auto;
import io.github.mnisthls.quantization.Precision.Literal;
import io.github.mnisthls.quantization.Precision.Rule;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the formats of all weights and results, from what the user asks for and what the calibration images show. */
final class FormatPlanner {
    private final Network folded;
    private final List<Stage> stages;
    private final Precision precision;
    private final Calibration calibration;
    private final List<Integer> weighted;
    private final GivenFormats given;

    FormatPlanner(Network folded, List<Stage> stages, Precision precision, Calibration calibration) {
        this.folded = folded;
        this.stages = stages;
        this.precision = precision;
        this.calibration = calibration;
        this.weighted = IntStream.range(0, stages.size())
                .filter(i -> stages.get(i).isAffine())
                .boxed()
                .toList();
        this.given = new GivenFormats(folded, stages, precision, this::names);
    }

    FormatPlan plan() {
        precision.checkLayers(NamedLayers.of(stages));
        given.check();
        List<Candidates> questions = questions();
        List<double[]> errors = calibration.squaredErrors(questions);
        List<Formats> formats = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            List<FixedPointFormat> outputs = questions.get(i + 1).formats();
            formats.add(formats(
                    i,
                    outputs.isEmpty() ? Optional.empty() : Optional.of(FormatChoice.best(outputs, errors.get(i + 1)))));
        }
        return new FormatPlan(FormatChoice.best(questions.get(0).formats(), errors.get(0)), formats);
    }

    private Formats formats(int index, Optional<FixedPointFormat> outputs) {
        Stage stage = stages.get(index);
        Optional<WeightFormat> own = given.weights(index);
        Optional<Rule> weights =
                stage.isAffine() && own.isEmpty() ? Optional.of(precision.weights(names(index))) : Optional.empty();
        return new Formats(
                own.or(() -> weights.map(rule -> weightFormat(rule, stage))),
                outputs,
                weights.map(Literal.class::isInstance).orElse(false),
                !stage.keepsFormat()
                        && !stage.isPart()
                        && !given.tellsOutputs(index)
                        && precision.outputs(names(index)) instanceof Literal,
                own.isPresent());
    }

    /** What a rule may call a stage: by its name, or by its place among the layers with weights. */
    private String[] names(int index) {
        List<String> names = new ArrayList<>(List.of(stages.get(index).name()));
        if (!weighted.isEmpty() && index == weighted.get(0)) {
            names.add(Precision.FIRST);
        }
        if (!weighted.isEmpty() && index == weighted.get(weighted.size() - 1)) {
            names.add(Precision.LAST);
        }
        return names.toArray(String[]::new);
    }

    private List<Candidates> questions() {
        List<Candidates> questions = new ArrayList<>();
        PixelScaling pixels = folded.architecture().pixels();
        questions.add(new Candidates(
                0,
                GivenFormats.ofImage(folded.architecture())
                        .map(List::of)
                        .orElseGet(() ->
                                candidates("input", precision.input(), pixels.min() < 0, pixels.min(), pixels.max()))));
        List<Boolean> nonNegative = new ArrayList<>(List.of(pixels.min() >= 0));
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            nonNegative.add(stage.isNonNegative(
                    stage.inputs().stream().map(nonNegative::get).toList()));
            questions.add(new Candidates(
                    stage.observed(), stage.keepsFormat() ? List.of() : candidates(i, nonNegative.get(i + 1))));
        }
        return questions;
    }

    /** None for the logits and for parts of a larger sum: nothing is gained by rounding them. */
    private List<FixedPointFormat> candidates(int index, boolean nonNegative) {
        Stage stage = stages.get(index);
        if (stage.isPart() || given.tellsOutputs(index)) {
            return stage.given().stream().toList();
        }
        Rule rule = precision.outputs(names(index));
        if (rule instanceof Auto && index + 1 == stages.size()) {
            return List.of();
        }
        int seen = stage.observed();
        return candidates(stage.name(), rule, !nonNegative, calibration.min(seen), calibration.max(seen));
    }

    private List<FixedPointFormat> candidates(String name, Rule rule, boolean signed, double min, double max) {
        if (rule instanceof Literal literal) {
            return List.of(literal.outputs());
        }
        int width = ((Auto) rule).outputs();
        if (signed && width == 1) {
            throw new InvalidSettingException(
                    Settings.PRECISION,
                    precision.text(),
                    "one bit has no sign, but the results of '" + name + "' can be negative",
                    "Give it two bits, " + name + ".outputs=auto:2, or put a ReLU after it.");
        }
        return FormatChoice.candidates(width, signed, min, max, Rounding.AP_RND);
    }

    private WeightFormat weightFormat(Rule rule, Stage stage) {
        return rule instanceof Literal literal
                ? WeightFormat.of(literal.weights())
                : FormatChoice.forWeights(
                        ((Auto) rule).weights(), folded.affine(stage.layer()).weights());
    }
}
