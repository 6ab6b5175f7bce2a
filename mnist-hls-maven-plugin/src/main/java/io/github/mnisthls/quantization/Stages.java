/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Node;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the stages of a folded network. */
final class Stages {
    private final Architecture folded;
    private final List<Stage> stages = new ArrayList<>();
    /** Of each value of the float network, the stage's value that holds it. */
    private final List<Integer> held = new ArrayList<>(List.of(0));

    private Stages(Architecture folded) {
        this.folded = folded;
    }

    /**
     * The stages of a network, in its nodes' order.
     *
     * @throws InvalidSettingException if a layer is at a place where nothing could compute it
     */
    static List<Stage> of(Architecture folded) {
        Stages result = new Stages(folded);
        for (int i = 0; i < folded.nodes().size(); i++) {
            result.add(i);
        }
        if (result.stages.isEmpty()) {
            throw new InvalidSettingException("<layers> of network '" + folded.name()
                    + "' holds no layer that computes. Add a convolution, pooling or dense layer.");
        }
        result.lookBehindPooling();
        return List.copyOf(result.stages);
    }

    private void add(int index) {
        Node node = folded.nodes().get(index);
        StageKind kind = StageRule.of(node.layer()).kind();
        int own = index + 1;
        checkFlattening(node, kind);
        switch (kind) {
            case GONE ->
                throw new IllegalArgumentException("layer " + node.layer().name() + " has to be folded away first");
            case ALIAS -> held.add(held.get(node.inputs().get(0)));
            case ELEMENTWISE -> addFunction(node, own);
            case AFFINE, AFFINE_OF_VECTOR, COMPUTES, LOOKS_UP, MOVES, PADS ->
                addStage(node, Ends.NONE, Optional.empty(), own);
        }
    }

    private void addStage(Node node, Ends ends, Optional<FixedPointFormat> given, int own) {
        List<Integer> inputs = node.inputs().stream().map(held::get).toList();
        List<Shape> shapes = inputs.stream().map(this::shape).toList();
        boolean keepsImage = StageRule.of(node.layer()).kind() == StageKind.ELEMENTWISE
                || StageRule.of(node.layer()).kind() == StageKind.LOOKS_UP;
        Shape output = keepsImage ? shapes.get(0) : folded.shapes().get(own);
        stages.add(new Stage(node.layer(), ends, inputs, shapes, output, own, own, given));
        held.add(stages.size());
    }

    /** As an image, whether it was flattened or not. */
    private Shape shape(int stageValue) {
        return stageValue == 0 ? folded.input() : stages.get(stageValue - 1).output();
    }

    private void addFunction(Node node, int own) {
        Ends ends = StageRule.of(node.layer()).ends();
        int value = node.inputs().get(0);
        Optional<FixedPointFormat> given = GivenFormats.of(node.layer());
        if (given.isPresent()) {
            if (held.get(value) == 0) {
                held.add(0); // the pixels come in this format
            } else if (!roundBefore(given.get(), value, own)) {
                addStage(node, ends, given, own);
            }
            return;
        }
        boolean isCut = !ends.equals(Ends.NONE);
        if (isCut && ends.equals(Ends.RELU) && isNonNegative(held.get(value))) {
            held.add(held.get(value));
        } else if (!isCut || !cutBefore(ends, value, own)) {
            addStage(node, ends, Optional.empty(), own);
        }
    }

    /** Whether nothing is left to cut by a ReLU. */
    private boolean isNonNegative(int stageValue) {
        if (stageValue == 0) {
            return folded.pixels().min() >= 0;
        }
        Stage stage = stages.get(stageValue - 1);
        return stage.ends().isNonNegative()
                || stage.given().map(format -> !format.signed()).orElse(false)
                || (stage.keepsFormat() && isNonNegative(stage.inputs().get(0)));
    }

    /**
     * Has a stage before take the cut, so that what chooses among or moves its results need not know of it, and they need no
     * sign.
     */
    private boolean cutBefore(Ends ends, int value, int own) {
        return changeBefore(
                value,
                own,
                stage -> passes(stage, ends),
                stage -> !isLookUp(stage) && stage.takesCut(ends),
                (stage, at) -> stage.cut(ends, at));
    }

    /** Has a stage before round its results to a format; zero stays zero in all formats. */
    private boolean roundBefore(FixedPointFormat format, int value, int own) {
        return changeBefore(
                value,
                own,
                Stage::keepsFormat,
                stage -> stage.given().isEmpty(),
                (stage, at) -> stage.rounded(format, at));
    }

    private boolean changeBefore(
            int value,
            int own,
            Predicate<Stage> passes,
            Predicate<Stage> takes,
            BiFunction<Stage, Integer, Stage> changed) {
        if (!isTakenOnce(held.get(value))) {
            return false;
        }
        int last = held.get(value) - 1;
        int target = last;
        while (target >= 0 && passes.test(stages.get(target))) {
            int before = stages.get(target).inputs().get(0);
            if (!isTakenOnce(before)) {
                return false;
            }
            target = before - 1;
        }
        if (target < 0 || !takes.test(stages.get(target))) {
            return false;
        }
        int changedValue = target == last ? own : stages.get(target).own();
        stages.set(target, changed.apply(stages.get(target), changedValue));
        if (target != last) {
            stages.set(last, stages.get(last).moved(own));
        }
        held.add(last + 1);
        return true;
    }

    private static boolean isLookUp(Stage stage) {
        return StageRule.of(stage.layer()).kind() == StageKind.LOOKS_UP;
    }

    private static boolean passes(Stage stage, Ends ends) {
        StageKind kind = StageRule.of(stage.layer()).kind();
        return kind == StageKind.MOVES || (kind == StageKind.PADS && ends.keepsZero());
    }

    /** Whether one layer alone takes what a stage gives; what became part of the stage does not count. */
    private boolean isTakenOnce(int stageValue) {
        long readers = IntStream.range(0, held.size())
                .filter(value -> held.get(value) == stageValue)
                .boxed()
                .flatMap(value -> folded.readers(value).stream())
                .filter(reader -> reader + 1 >= held.size() || held.get(reader + 1) != stageValue)
                .count();
        return stageValue > 0 && readers == 1;
    }

    private void checkFlattening(Node node, StageKind kind) {
        for (int value : node.inputs()) {
            Shape image = shape(held.get(value));
            boolean isFlattened =
                    !image.isVector() && folded.shapes().get(value).isVector();
            if (isFlattened && !kind.mayFollowFlattening()) {
                throw new InvalidSettingException("Layer '" + node.layer().name() + "' ("
                        + node.layer().getClass().getSimpleName()
                        + ") takes an image that was flattened, where only a dense"
                        + " layer or a function of single values is supported. Move it before the flattening, or put a"
                        + " dense layer between.");
            }
        }
    }

    private void lookBehindPooling() {
        for (int i = stages.size() - 1; i >= 0; i--) {
            int value = i + 1;
            List<Stage> readers = stages.stream()
                    .filter(stage -> stage.inputs().contains(value))
                    .toList();
            if (readers.size() == 1 && readers.get(0).layer().accept(new IsMaxPool())) {
                stages.set(i, stages.get(i).observedAt(readers.get(0).observed()));
            }
        }
    }

    private static final class IsMaxPool implements Layer.PartialVisitor<Boolean> {
        @Override
        public Boolean other(Layer layer) {
            return false;
        }

        @Override
        public Boolean maxPool(MaxPool layer) {
            return true;
        }
    }
}
