/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.adders.AdderGraphs;
import io.github.mnisthls.adders.ConstantMatrix;
import io.github.mnisthls.adders.Interval;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A layer's matrix as adder graphs, found when somebody first looks at them, because that takes a while. */
final class LayerAdders {
    /** Weights in a graph: more make a function that nobody can read, and that tools take long for. */
    private static final int MAX_WEIGHTS = 4096;

    /** With wider accumulators, some sum on the way may need more than the 64 bits that simulation has. */
    private static final int MAX_ACCUMULATOR_BITS = 56;

    /** A graph has at least this part of the adders that digits without sharing take. */
    private static final int LEAST_PERCENT = 40;

    private final QuantizedLayer layer;
    private final QuantizedAffine affine;
    private final Window window;
    private List<AdderGraph> graphs = List.of();

    /** @param window of the layer's input that a vector holds */
    LayerAdders(QuantizedLayer layer, QuantizedAffine affine, Window window) {
        this.layer = layer;
        this.affine = affine;
        this.window = window;
    }

    /** Whether vectors and results fit into words, and sums into 64 bits. */
    boolean isPossible() {
        return affine.fanIn() <= Divisors.MAX_LANES
                && affine.outputs() <= Divisors.MAX_LANES
                && layer.accumulatorFormat().width() <= MAX_ACCUMULATOR_BITS;
    }

    /** @param windows that are computed at the same time, each by a copy of the graphs */
    Folding folding(int windows) {
        return new Folding(affine.outputs(), affine.fanIn(), Implementation.ADDERS, windows);
    }

    List<AdderGraph> graphs() {
        if (graphs.isEmpty()) {
            graphs = find();
        }
        return graphs;
    }

    boolean isFound() {
        return !graphs.isEmpty();
    }

    /** Levels; as long as no graph is found, those without which the digits of an output cannot come together. */
    int depth() {
        return isFound()
                ? graphs.stream().mapToInt(AdderGraph::depth).max().orElse(0)
                : IntStream.range(0, affine.outputs())
                        .mapToLong(this::digits)
                        .mapToInt(digits -> digits <= 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(digits - 1))
                        .max()
                        .orElse(0);
    }

    /** What so many copies take; at least, as long as no graph is found. */
    Resources resources(int copies) {
        return isFound()
                ? ResourceModel.constantMatrix(layer, graphs, copies)
                : ResourceModel.constantMatrix(layer, List.of(), copies)
                        .plus(Fabric.times(copies, Fabric.adders(leastBits())));
    }

    /**
     * Digits that are not 0 need an addition each, but for one of an output; sharing saves three fifths of them at most, by
     * all that has been seen.
     */
    long leastBits() {
        long digits =
                IntStream.range(0, affine.outputs()).mapToLong(this::digits).sum();
        return Math.max(0, digits - affine.outputs()) * (layer.inputFormat().width() + 1L) * LEAST_PERCENT / 100;
    }

    private long digits(int output) {
        return IntStream.range(0, affine.fanIn())
                .mapToLong(place -> ConstantMatrix.digits(affine.weights().get(output * affine.fanIn() + place)))
                .sum();
    }

    private List<AdderGraph> find() {
        int rows = Math.max(1, MAX_WEIGHTS / affine.fanIn());
        List<Interval> inputs = Collections.nCopies(affine.fanIn(), range(layer.inputFormat()));
        int groups = (affine.outputs() + rows - 1) / rows;
        return IntStream.range(0, groups)
                .parallel()
                .mapToObj(group -> matrix(group * rows, Math.min((group + 1) * rows, affine.outputs())))
                .map(matrix -> AdderGraphs.find(matrix, inputs).graph())
                .toList();
    }

    /** Of some outputs, with the inputs as they travel: pixel by pixel. */
    private ConstantMatrix matrix(int first, int last) {
        int fanIn = affine.fanIn();
        int channels = layer.input().channels();
        long[][] rows = new long[last - first][fanIn];
        for (int output = first; output < last; output++) {
            for (int place = 0; place < fanIn; place++) {
                int source = place % channels * window.area() + place / channels;
                rows[output - first][place] = affine.weights().get(output * fanIn + source);
            }
        }
        return ConstantMatrix.of(rows);
    }

    private static Interval range(FixedPointFormat format) {
        return new Interval(format.minRaw(), format.maxRaw());
    }
}
