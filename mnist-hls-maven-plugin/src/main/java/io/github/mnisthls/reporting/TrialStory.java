/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrial.Kind;
import io.github.mnisthls.training.RoundingTrial.Normalized;
import io.github.mnisthls.training.RoundingTrial.Value;
import io.github.mnisthls.training.RoundingTrials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Says in words what trainings with and without rounding show, and why: each sentence stands only where its figures do. */
public final class TrialStory {
    /** Accuracies that differ by less are the same. */
    private static final double SAME = 0.005;

    private final RoundingTrials trials;
    private final RoundingTrial plain;
    private final RoundingTrial blind;
    private final RoundingTrial straight;

    private TrialStory(RoundingTrials trials) {
        this.trials = trials;
        plain = trials.of(Kind.FLOAT32);
        blind = trials.of(Kind.NO_GRADIENT);
        straight = trials.of(Kind.STRAIGHT_THROUGH);
    }

    /** A sentence or two for each thing that can be seen. */
    public static List<String> of(RoundingTrials trials) {
        TrialStory story = new TrialStory(trials);
        List<String> sentences = new ArrayList<>(List.of(story.outcome(), story.gradient(), story.rounding()));
        sentences.addAll(story.normalization());
        sentences.add(story.advice());
        return List.copyOf(sentences);
    }

    private String outcome() {
        int epochs = plain.epochs().size();
        return "After " + epochs + " epochs of " + Figures.count(trials.trainingImages())
                + " images the network recognizes " + accuracy(plain) + " of the validation images in float32, "
                + accuracy(straight) + " if its activations are rounded to " + trials.precision()
                + " and the gradient passes straight through, and "
                + accuracy(blind) + " if they are rounded and the gradient is that of rounding. Guessing one of "
                + trials.classes() + " classes gives " + Figures.percent(1.0 / trials.classes()) + ".";
    }

    private String gradient() {
        List<String> layers = TrialTables.layers(trials);
        List<String> learning = IntStream.range(0, layers.size())
                .filter(i -> TrialTables.gradient(blind, i) > 0)
                .mapToObj(layers::get)
                .toList();
        String why = "The derivative of rounding is 0 almost everywhere, and every gradient before it is multiplied by"
                + " it: ";
        if (!learning.isEmpty()) {
            return why + "of " + layers.size() + " layers that could learn, only " + String.join(", ", learning)
                    + " got a gradient. " + moved();
        }
        double usual = IntStream.range(0, layers.size())
                .mapToDouble(i -> TrialTables.gradient(plain, i))
                .max()
                .orElse(0);
        return why + "in all " + layers.size()
                + " layers its norm was exactly 0 in every step, where float32 had up to " + Figures.significant(usual)
                + ". " + moved();
    }

    private String moved() {
        EpochReport first = blind.epochs().get(0).report();
        EpochReport last = blind.last();
        String by = trials.weightDecay() > 0 ? " (by weight decay alone, where there is no gradient)" : "";
        return "The weights moved by " + Figures.percent(blind.weightChange(), 2) + " of their size" + by
                + ", those of float32 by " + Figures.percent(plain.weightChange(), 0) + "; the loss went from "
                + Figures.fixed(first.loss(), 3) + " to " + Figures.fixed(last.loss(), 3) + ", that of guessing is "
                + Figures.fixed(Math.log(trials.classes()), 3) + ".";
    }

    private String rounding() {
        Value zero = most(Comparator.comparingDouble(Value::roundedToZero));
        Value coarse =
                most(Comparator.comparingDouble(TrialTables::distinctLeft).reversed());
        Value cut = most(Comparator.comparingDouble(Value::saturated));
        double lost = plain.last().validationAccuracy() - straight.last().validationAccuracy();
        String verdict = lost <= SAME
                ? "Rounding itself does no harm here: with the same values rounded in the same way and a gradient, the"
                        + " network learns as float32 does (" + Figures.points(-lost, 2) + " points). "
                : "Rounding itself costs " + Figures.fixed(100 * lost, 2)
                        + " points, gradient or not: these formats are"
                        + " too coarse or too narrow for training with them. ";
        return verdict + "It takes most in '" + zero.layer() + "', where " + Figures.percent(zero.roundedToZero())
                + " of the activations become zero, and "
                + (coarse.layer().equals(zero.layer()) ? "" : "in '" + coarse.layer() + "', where ")
                + Figures.count(coarse.distinctAfter()) + " different values are left of "
                + Figures.count(coarse.distinct())
                + (cut.saturated() > 0
                        ? "; " + Figures.percent(cut.saturated()) + " of '" + cut.layer() + "' saturate."
                        : "; nothing saturates.");
    }

    private Value most(Comparator<Value> order) {
        // of equals the first one in the network
        return straight.values().stream()
                .reduce((a, b) -> order.compare(b, a) > 0 ? b : a)
                .orElseThrow();
    }

    private List<String> normalization() {
        return IntStream.range(0, plain.values().size())
                .filter(i -> plain.values().get(i).normalized().isPresent())
                .mapToObj(i -> normalization(plain.values().get(i).layer(), normalized(plain, i), normalized(blind, i)))
                .limit(1)
                .toList();
    }

    private static Normalized normalized(RoundingTrial trial, int value) {
        return trial.values().get(value).normalized().orElseThrow();
    }

    private static String normalization(String layer, Normalized learned, Normalized stuck) {
        return "Batch normalization '" + layer + "' has an output of deviation "
                + Figures.significant(learned.deviation())
                + " in float32, " + Figures.significant(learned.deviationAfter())
                + " once that is rounded. Trained without a gradient it is " + Figures.significant(stuck.deviation())
                + " and " + Figures.significant(stuck.deviationAfter())
                + ": there it normalizes what random weights give, with a scale and a shift that never moved.";
    }

    private String advice() {
        return blind.last().validationAccuracy() < plain.last().validationAccuracy() - SAME
                ? "So train in float32 and round afterwards, as this plugin does; where few bits need rounding in"
                        + " training, use a straight-through estimator, as <finetune> does."
                : "Here rounding without a gradient did no harm to the accuracy; still, no layer before it learned"
                        + " from it.";
    }

    private static String accuracy(RoundingTrial trial) {
        return Figures.percent(trial.last().validationAccuracy());
    }
}
