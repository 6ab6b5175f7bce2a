/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Convolution and dense layer: a matrix that is multiplied with one vector after the other. */
final class MatrixHardware implements LayerHardware {
    private static final int DEPTH = 6;

    private final LayerSite site;
    private final String kind;
    private final Optional<WindowFront> front;
    private final Optional<PatchFront> patches;
    private final QuantizedAffine affine;
    private final AdderHardware adders;

    private MatrixHardware(LayerSite site, String kind, Optional<Window> window, QuantizedAffine affine) {
        this.site = site;
        this.kind = kind;
        this.front = window.map(own -> new WindowFront(site, own));
        this.patches = window.map(own -> new PatchFront(site, own));
        this.affine = affine;
        this.adders = new AdderHardware(
                site, window, window.orElseGet(() -> Window.whole(site.layer().input())), affine);
    }

    static MatrixHardware of(LayerSite site, QuantizedConv2d layer) {
        return new MatrixHardware(site, "conv", Optional.of(layer.window()), layer.affine());
    }

    static MatrixHardware of(LayerSite site, QuantizedDense layer) {
        return new MatrixHardware(site, "dense", Optional.empty(), layer.affine());
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Folding> foldings() {
        List<Integer> simds = Divisors.of(simdRange()).stream()
                .filter(simd -> front.map(own -> own.sends(simd)).orElse(true))
                .toList();
        List<Folding> legal = new ArrayList<>();
        for (int pe : Divisors.of(affine.outputs())) {
            for (int simd : simds) {
                if ((long) pe * simd <= FoldingOptions.MAX_MULTIPLIERS) {
                    legal.add(new Folding(pe, simd));
                }
            }
        }
        return legal;
    }

    @Override
    public List<Folding> foldings(Implementation implementation) {
        return switch (implementation) {
            case DSP -> foldings();
            case PACKED ->
                packed().isPossible() ? foldingsOf(implementation, folding -> folding.pe() % 2 == 0) : List.of();
            case LUT -> multipliesInSlices() ? foldingsOf(implementation, folding -> true) : List.of();
            case ADDERS -> adders.foldings();
        };
    }

    private List<Folding> foldingsOf(Implementation implementation, Predicate<Folding> legal) {
        return foldings().stream()
                .filter(legal)
                .map(folding -> folding.of(implementation))
                .toList();
    }

    @Override
    public String whyNot(Implementation implementation) {
        return switch (implementation) {
            case PACKED -> packed().whyNot(affine.outputs());
            case LUT -> NARROW;
            default -> AdderHardware.RULE;
        };
    }

    private PackedSlice packed() {
        return new PackedSlice(site.slice(), affine.weightFormat(), site.layer().inputFormat());
    }

    private boolean multipliesInSlices() {
        FixedPointFormat input = site.layer().inputFormat();
        return ResourceModel.product(input.width(), input.signed(), affine.weightFormat(), site.slice())
                        .dsp()
                > 0;
    }

    @Override
    public String rule() {
        return "pe must divide " + affine.outputs() + ", simd must divide " + simdRange() + ", each may be at most "
                + Divisors.MAX_LANES + " and their product " + FoldingOptions.MAX_MULTIPLIERS;
    }

    @Override
    public LayerDesign design(Folding folding, List<Integer> inLanes) {
        return folding.isAdders() ? adders.design(folding, inLanes.get(0)) : atLeast(folding, inLanes);
    }

    @Override
    public boolean isKnown(Folding folding) {
        return !folding.isAdders() || adders.isFound();
    }

    @Override
    public LayerDesign atLeast(Folding folding, List<Integer> inLanes) {
        int lanes = inLanes.get(0);
        if (folding.isAdders()) {
            return adders.atLeast(folding, lanes);
        }
        if (takesPatches(lanes)) {
            PatchFront own = patches.orElseThrow();
            return design(own.entry(lanes), own.words(lanes, folding.simd()), folding);
        }
        int simd = folding.simd();
        return design(
                front.map(own -> own.entry(lanes, simd)).orElseGet(() -> Resizing.of(site, "", 0, lanes, simd)),
                front.map(own -> own.processes(lanes, simd)).orElse(List.of()),
                folding);
    }

    private LayerDesign design(List<ProcessDraft> entry, List<ProcessDraft> windows, Folding folding) {
        List<ProcessDraft> body = new ArrayList<>(windows);
        body.add(matrix(folding));
        return site.design(
                List.of(entry), body, folding, folding.multipliers(), ResourceModel.weightStorage(words(folding)));
    }

    /** Several pixels come at a time. */
    private boolean takesPatches(int lanes) {
        return lanes > site.layer().input().channels()
                && patches.map(own -> own.isPossible(1) && own.isWindow()).orElse(false);
    }

    @Override
    public int weightBits() {
        return affine.weightFormat().width();
    }

    private ProcessDraft matrix(Folding folding) {
        int inputFolds = affine.fanIn() / folding.simd();
        int folds = Math.toIntExact(words(folding));
        long trips = (long) positions() * folds;
        return site.last(
                KernelCall.of("matrix_vector.hpp", "MatrixVector", arguments(folding))
                        .with(site.table(KernelTable.Kind.WEIGHTS), site.table(KernelTable.Kind.BIAS)),
                trips,
                () -> Trace.of(trips, trip -> trip % folds < inputFolds, trip -> trip % inputFolds == inputFolds - 1),
                PipelineDepth.of(DEPTH, folding.simd()),
                folding.pe(),
                ResourceModel.matrixVector(site.layer(), affine, folding, site.slice())
                        .planned());
    }

    private KernelArgument[] arguments(Folding folding) {
        return switch (folding.implementation()) {
            case PACKED -> new KernelArgument[] {site.struct(), Policies.packed(site.slice())};
            case LUT -> new KernelArgument[] {site.struct(), Policies.sumsOfFabric()};
            default -> new KernelArgument[] {site.struct()};
        };
    }

    /** Of weights. */
    private long words(Folding folding) {
        return (long) (affine.fanIn() / folding.simd()) * (affine.outputs() / folding.pe());
    }

    /** Vectors per image. */
    private int positions() {
        return site.layer().output().size() / affine.outputs();
    }

    /** A buffered window sends whole words of a pixel. */
    private int simdRange() {
        boolean isBuffered = front.map(WindowFront::isBuffered).orElse(false);
        return isBuffered ? site.layer().input().channels() : affine.fanIn();
    }
}
