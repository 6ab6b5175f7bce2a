/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer whose products are adder graphs: a whole vector, or those of neighboring windows, per cycle. */
final class AdderHardware {
    /** What a layer of adders must be, as a message says it. */
    static final String RULE = "only convolutions and dense layers can be made of adders, with at most "
            + Divisors.MAX_LANES + " inputs of an output and as many outputs, and windows that registers hold";

    /** Of a graph without an adder. */
    private static final int DEPTH = 4;

    private final LayerSite site;
    private final Optional<WindowFront> front;
    private final Optional<PatchFront> patches;
    private final QuantizedAffine affine;
    private final LayerAdders adders;

    /**
     * Of a matrix.
     *
     * @param window absent where words are used as they come
     * @param vector what a vector holds of the input
     * @param affine a row of weights for each output
     */
    AdderHardware(LayerSite site, Optional<Window> window, Window vector, QuantizedAffine affine) {
        this.site = site;
        this.front = window.map(own -> new WindowFront(site, own));
        this.patches = window.map(own -> new PatchFront(site, own));
        this.affine = affine;
        this.adders = new LayerAdders(site.layer(), affine, vector);
    }

    /** One graph first, then copies for neighboring windows. */
    List<Folding> foldings() {
        boolean isWhole = front.map(own -> !own.isBuffered()).orElse(true);
        if (!isWhole || !adders.isPossible()) {
            return List.of();
        }
        return Divisors.of(site.layer().output().width()).stream()
                .filter(windows -> windows == 1 || neighborsAreFree(windows))
                .map(adders::folding)
                .toList();
    }

    private boolean neighborsAreFree(int windows) {
        return windows * affine.outputs() <= Divisors.MAX_LANES
                && patches.map(own -> own.isPossible(windows)).orElse(false);
    }

    boolean isFound() {
        return adders.isFound();
    }

    /** Where there are more of them, words of an input take patches. */
    boolean takesPatches(Folding folding, int inLanes) {
        boolean isWide = inLanes > site.layer().input().channels() || folding.windows() > 1;
        return isWide && patches.map(own -> own.isPossible(folding.windows())).orElse(false);
    }

    LayerDesign design(Folding folding, int inLanes) {
        List<AdderGraph> graphs = adders.graphs();
        return atLeast(folding, inLanes).with(graphs);
    }

    /** The same without its graphs: as long as they are not found, it may take less. */
    LayerDesign atLeast(Folding folding, int inLanes) {
        if (takesPatches(folding, inLanes)) {
            PatchFront own = patches.orElseThrow();
            return design(
                    own.entry(inLanes),
                    List.of(own.patches(inLanes, folding.windows())),
                    folding,
                    "ConstantMatrixPatches");
        }
        int simd = folding.simd();
        return design(
                front.map(own -> own.entry(inLanes, simd)).orElseGet(() -> Resizing.of(site, "", 0, inLanes, simd)),
                front.map(own -> own.processes(inLanes, simd)).orElse(List.of()),
                folding,
                "ConstantMatrix");
    }

    private LayerDesign design(List<ProcessDraft> entry, List<ProcessDraft> windows, Folding folding, String function) {
        List<ProcessDraft> body = new ArrayList<>(windows);
        body.add(constantMatrix(folding, function));
        return site.design(List.of(entry), body, folding, 0, WeightStorage.NONE);
    }

    private ProcessDraft constantMatrix(Folding folding, String function) {
        long trips = site.layer().output().size() / affine.outputs() / folding.windows();
        return site.last(
                KernelCall.of(
                                "constant_matrix.hpp",
                                function,
                                site.struct(),
                                new KernelArgument.AdderStruct(site.name()))
                        .with(site.table(KernelTable.Kind.BIAS)),
                trips,
                () -> Trace.of(trips, trip -> true, trip -> true),
                DEPTH + adders.depth(),
                folding.pe() * folding.windows(),
                adders.resources(folding.windows()));
    }
}
