/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.DepthwiseConv2d;
import io.github.mnisthls.network.ElementwiseLayer;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.SeenValue;
import io.github.mnisthls.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Formats that a network brings along because it was trained for them: they are kept as they are. What lies between such
 * weights and the rounding of their results, as a normalization does, is computed as exactly as it can be.
 */
final class GivenFormats {
    /** Bits of scales that were never rounded in training. */
    static final int SCALE_BITS = 16;

    private final Network folded;
    private final Precision precision;
    private final List<Stage> stages;
    private final IntFunction<String[]> names;

    /** Whether a stage's results are not rounded because those behind it are. */
    private final boolean[] exact;

    /**
     * The formats of a network.
     *
     * @param names what rules may call a stage
     */
    GivenFormats(Network folded, List<Stage> stages, Precision precision, IntFunction<String[]> names) {
        this.folded = folded;
        this.precision = precision;
        this.stages = stages;
        this.names = names;
        exact = new boolean[stages.size()];
        for (int i = exact.length - 1; i >= 0; i--) {
            exact[i] = leadsToRounding(i) || isShift(i);
        }
    }

    private boolean leadsToRounding(int index) {
        boolean isRead = false;
        for (int i = index + 1; i < exact.length; i++) {
            Stage reader = stages.get(i);
            if (reader.inputs().contains(index + 1)) {
                boolean rounds = reader.given().isPresent() || exact[i];
                if (!rounds || (reader.isAffine() && !isScale(reader))) {
                    return false;
                }
                isRead = true;
            }
        }
        Stage stage = stages.get(index);
        return isRead && stage.given().isEmpty() && !isNamed(index, ".outputs");
    }

    /** Whether it moves values that were rounded before, as those of one bit are moved to -1 and 1. */
    private boolean isShift(int index) {
        Stage stage = stages.get(index);
        if (!isScale(stage) || isNamed(index, "") || index + 1 == stages.size()) {
            return false;
        }
        int input = stage.inputs().get(0);
        FloatVector scales = folded.affine(stage.layer()).weights();
        boolean shifts = IntStream.range(0, scales.size()).allMatch(i -> scales.get(i) == 1);
        return shifts
                && input > 0
                && stages.get(input - 1).given().isPresent()
                && stage.given().isEmpty();
    }

    private boolean isNamed(int index, String what) {
        return Stream.of(names.apply(index))
                .flatMap(name -> Stream.of(name, name + what))
                .anyMatch(precision.rules()::containsKey);
    }

    private boolean isScale(Stage stage) {
        return weights(stage).isEmpty() && stage.layer().accept(new IsScale());
    }

    /** The format of a stage's weights, where the user's rules do not choose it. */
    Optional<WeightFormat> weights(int index) {
        return weights(stages.get(index)).map(WeightFormat::of).or(() -> scales(index));
    }

    private Optional<FixedPointFormat> weights(Stage stage) {
        return Optional.ofNullable(folded.weightFormats().get(stage.name()));
    }

    /** Whether the network rounds the results of a stage, there or behind it. */
    boolean tellsOutputs(int stage) {
        return exact[stage] || stages.get(stage).given().isPresent();
    }

    /** Of scales that nobody rounded in training or named a type for: as few bits as hold them, or many. */
    private Optional<WeightFormat> scales(int index) {
        Stage stage = stages.get(index);
        return isScale(stage) && tellsOutputs(index) && !isNamed(index, ".weights")
                ? Optional.of(FormatChoice.narrowest(
                        SCALE_BITS, folded.affine(stage.layer()).weights()))
                : Optional.empty();
    }

    /** Refuses rules for what the network tells itself. */
    void check() {
        // As the user wrote them: searches for what costs accuracy add rules of their own.
        Set<String> keys = Precision.parse(precision.text()).rules().keySet();
        for (int i = 0; i < stages.size(); i++) {
            for (String name : names.apply(i)) {
                check(keys, weights(stages.get(i)), name, ".weights");
                check(keys, stages.get(i).given(), name, ".outputs");
            }
        }
        check(keys, ofImage(folded.architecture()), "input", ".outputs");
    }

    private void check(Set<String> keys, Optional<FixedPointFormat> given, String name, String what) {
        for (String each : List.of(name + what, name)) {
            if (given.isPresent() && keys.contains(each)) {
                throw new InvalidSettingException(
                        Settings.PRECISION,
                        precision.text(),
                        "it names '" + SeenValue.of(each) + "', and the model was trained for " + given.get()
                                + " there",
                        "Remove that rule: the model's formats are kept.");
            }
        }
    }

    /** The format of a layer that does nothing but round to it. */
    static Optional<FixedPointFormat> of(Layer layer) {
        return layer.accept(new Rounding());
    }

    /**
     * The format to which the network rounds the pixels before anything else, if it does.
     *
     * @throws InvalidSettingException if it rounds them for some layers only
     */
    static Optional<FixedPointFormat> ofImage(Architecture architecture) {
        List<Optional<FixedPointFormat>> readers =
                readers(architecture, 0).map(GivenFormats::of).distinct().toList();
        if (readers.size() > 1 && readers.stream().anyMatch(Optional::isPresent)) {
            throw new InvalidSettingException("The network rounds the pixels to "
                    + readers.stream()
                            .map(format ->
                                    format.map(FixedPointFormat::toString).orElse("nothing"))
                            .toList()
                    + " for several layers. Round them once, before all layers.");
        }
        return readers.isEmpty() ? Optional.empty() : readers.get(0);
    }

    /** The layers that take a value, flattened or not. */
    private static Stream<Layer> readers(Architecture architecture, int value) {
        return architecture.readers(value).stream().flatMap(reader -> {
            Layer layer = architecture.nodes().get(reader).layer();
            boolean isAlias = StageRule.of(layer).kind() == StageKind.ALIAS;
            return isAlias ? readers(architecture, reader + 1) : Stream.of(layer);
        });
    }

    private static final class Rounding implements Layer.PartialVisitor<Optional<FixedPointFormat>> {
        @Override
        public Optional<FixedPointFormat> other(Layer layer) {
            return Optional.empty();
        }

        @Override
        public Optional<FixedPointFormat> elementwise(ElementwiseLayer layer) {
            return layer.rounding();
        }
    }

    private static final class IsScale implements Layer.PartialVisitor<Boolean> {
        @Override
        public Boolean other(Layer layer) {
            return false;
        }

        @Override
        public Boolean depthwiseConv2d(DepthwiseConv2d layer) {
            return layer.multiplier() == 1 && layer.window().equals(Window.square(1, 1));
        }
    }
}
