/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Layer;
import io.github.mnisthls.network.Shape;
import java.util.List;
import java.util.Optional;

/**
 * One computing layer of a folded network with what cuts its results.
 *
 * @param inputs      values of the stages by number: 0 is the image, {@code i + 1} what stage {@code i} gives
 * @param inputShapes of these, as images, whether they were flattened or not
 * @param own         value of the float network that is its result, cut or not: {@link #ends} cut both alike
 * @param observed    value that is left of its result behind the max pooling that alone takes it
 * @param given       format that the network rounds its results to, if it does
 */
record Stage(
        Layer layer,
        Ends ends,
        List<Integer> inputs,
        List<Shape> inputShapes,
        Shape output,
        int own,
        int observed,
        Optional<FixedPointFormat> given) {
    String name() {
        return layer.name();
    }

    Shape input() {
        return inputShapes.get(0);
    }

    /** Whether it has weights. */
    boolean isAffine() {
        return StageRule.of(layer).kind().isAffine();
    }

    /** Whether it passes values on in the format in which it gets them. */
    boolean keepsFormat() {
        return StageRule.of(layer).kind().keepsFormat();
    }

    /**
     * Whether no result can be below 0.
     *
     * @param inputs whether none of each input can be
     */
    boolean isNonNegative(List<Boolean> inputs) {
        return ends.isNonNegative()
                || given.map(format -> !format.signed()).orElse(false)
                || layer.accept(new KeepsSign(inputs.stream().allMatch(input -> input)));
    }

    /** Whether it is part of a larger sum or join, which is rounded at its end only. */
    boolean isPart() {
        return SimplerLayers.isPart(layer);
    }

    /** Whether a cut behind its results is the same as one before they are rounded. */
    boolean takesCut(Ends more) {
        return given.map(more::areValuesOf).orElse(true);
    }

    Stage cut(Ends more, int ownValue) {
        return new Stage(layer, ends.then(more), inputs, inputShapes, output, ownValue, ownValue, given);
    }

    Stage rounded(FixedPointFormat format, int ownValue) {
        return new Stage(layer, ends, inputs, inputShapes, output, ownValue, ownValue, Optional.of(format));
    }

    Stage moved(int ownValue) {
        return new Stage(layer, ends, inputs, inputShapes, output, ownValue, ownValue, given);
    }

    Stage observedAt(int value) {
        return new Stage(layer, ends, inputs, inputShapes, output, own, value, given);
    }
}
