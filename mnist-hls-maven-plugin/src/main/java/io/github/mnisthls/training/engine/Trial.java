/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.ParameterSpec;
import io.github.mnisthls.quantization.RoundingPlan;
import io.github.mnisthls.training.EpochReport;
import io.github.mnisthls.training.EpochShare;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrial.Kind;
import io.github.mnisthls.training.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Short trainings of one network, from the same weights on the same batches, that differ in what becomes of activations. */
public final class Trial {
    /** Images whose activations are looked at in the end. */
    private static final int SAMPLE = 200;

    private final Architecture architecture;
    private final TrainingSettings settings;
    private final RoundingPlan rounding;
    private final LabeledImages images;

    /**
     * @param architecture without layers that the logits do not depend on
     * @param settings how to train; checkpoints and the best epoch play no part
     * @param rounding where to round, and how, in those that round
     * @param images   to train and to judge with
     */
    public Trial(Architecture architecture, TrainingSettings settings, RoundingPlan rounding, LabeledImages images) {
        this.architecture = architecture;
        this.settings = settings;
        this.rounding = rounding;
        this.images = images;
    }

    /**
     * Trains.
     *
     * @param listener told about each epoch
     * @param shares   told after each step how far the epoch is
     */
    public RoundingTrial run(Kind kind, Consumer<EpochReport> listener, Consumer<EpochShare> shares) {
        Model model = model(kind);
        float[] start = model.parameters().clone();
        TrainingState state = new TrainingState(model);
        List<RoundingTrial.Epoch> epochs = new ArrayList<>();
        try (Passes passes = new Passes(settings, images, model, state, Optional.empty(), 0)) {
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                GradientNorms norms = new GradientNorms(model.table());
                EpochReport report = passes.run(epoch, norms::add, shares);
                epochs.add(new RoundingTrial.Epoch(report, norms.norms()));
                listener.accept(report);
            }
            return new RoundingTrial(kind, change(start, model.parameters()), epochs, values(model, passes));
        }
    }

    private Model model(Kind kind) {
        return ModelBuilder.random(
                architecture,
                settings.seed(),
                rounding,
                switch (kind) {
                    case FLOAT32 -> UnroundedValue::new;
                    case NO_GRADIENT -> GradientlessRounding::new;
                    case STRAIGHT_THROUGH -> Rounding::new;
                });
    }

    private static double change(float[] from, float... to) {
        double moved = 0;
        double size = 0;
        for (int i = 0; i < from.length; i++) {
            moved += Math.pow((double) to[i] - from[i], 2);
            size += Math.pow(from[i], 2);
        }
        return Math.sqrt(moved / size);
    }

    private List<RoundingTrial.Value> values(Model model, Passes passes) {
        List<Rounding> rounded = model.operations().stream()
                .filter(Rounding.class::isInstance)
                .map(Rounding.class::cast)
                .toList();
        List<ValueFigures> figures = rounded.stream().map(ValueFigures::new).toList();
        int[] sample = Arrays.copyOf(passes.validation(), Math.min(SAMPLE, passes.validation().length));
        passes.sharded()
                .look(
                        new ImageLoader(images, Augmentation.NONE, 0),
                        sample,
                        shard -> figures.forEach(each -> each.add(shard)));
        List<RoundingTrial.Value> values = new ArrayList<>();
        for (int value = 0; value < rounding.values().size(); value++) {
            if (rounding.values().get(value).isPresent()) {
                Optional<Layer> layer = value == 0
                        ? Optional.empty()
                        : Optional.of(architecture.nodes().get(value - 1).layer());
                values.add(figures.get(values.size())
                        .of(layer.map(Layer::name).orElse("input"), value > 0 && normalizes(value - 1)));
            }
        }
        return values;
    }

    /** Whether a layer brings its values to a mean and a deviation that it has learned. */
    private boolean normalizes(int node) {
        return architecture
                .nodes()
                .get(node)
                .layer()
                .parameters(architecture.inputShapes().get(node))
                .stream()
                .anyMatch(spec -> spec.name().equals(ParameterSpec.VARIANCE));
    }
}
