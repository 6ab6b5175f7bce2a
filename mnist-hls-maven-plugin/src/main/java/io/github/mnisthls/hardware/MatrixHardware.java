/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Convolution and dense layer: a matrix that is multiplied with one vector after the other. */
final class MatrixHardware implements LayerHardware {
    private static final int DEPTH = 6;

    /** Of a graph without an adder. */
    private static final int ADDERS_DEPTH = 4;

    private final LayerSite site;
    private final String kind;
    private final Optional<WindowFront> front;
    private final Optional<PatchFront> patches;
    private final QuantizedAffine affine;
    private final LayerAdders adders;

    private MatrixHardware(LayerSite site, String kind, Optional<Window> window, QuantizedAffine affine) {
        this.site = site;
        this.kind = kind;
        this.front = window.map(own -> new WindowFront(site, own));
        this.patches = window.map(own -> new PatchFront(site, own));
        this.affine = affine;
        this.adders = new LayerAdders(
                site.layer(),
                affine,
                window.orElseGet(() -> Window.whole(site.layer().input())));
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
    public List<Folding> adders() {
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

    @Override
    public long adderLuts() {
        return adders.leastLuts();
    }

    @Override
    public String rule() {
        return "pe must divide " + affine.outputs() + ", simd must divide " + simdRange() + ", each may be at most "
                + Divisors.MAX_LANES + " and their product " + FoldingOptions.MAX_MULTIPLIERS;
    }

    @Override
    public LayerDesign design(Folding folding, List<Integer> inLanes) {
        int lanes = inLanes.get(0);
        if (takesPatches(folding, lanes)) {
            return designOfPatches(folding, lanes);
        }
        int simd = folding.simd();
        List<ProcessDraft> entry =
                front.map(own -> own.entry(lanes, simd)).orElseGet(() -> Resizing.of(site, "", 0, lanes, simd));
        List<ProcessDraft> body = new ArrayList<>();
        front.ifPresent(own -> body.addAll(own.processes(lanes, simd)));
        if (folding.isAdders()) {
            body.add(constantMatrix(folding, "ConstantMatrix"));
            return site.design(List.of(entry), body, folding, 0, WeightStorage.NONE)
                    .with(adders.graphs());
        }
        body.add(matrix(folding));
        return site.design(
                List.of(entry), body, folding, folding.multipliers(), ResourceModel.weightStorage(words(folding)));
    }

    /** Several pixels come at a time, or several windows are computed. */
    private boolean takesPatches(Folding folding, int lanes) {
        boolean isWide = lanes > site.layer().input().channels() || folding.windows() > 1;
        return isWide
                && patches.map(own -> own.isPossible(folding.windows()) && (folding.isAdders() || own.isWindow()))
                        .orElse(false);
    }

    private LayerDesign designOfPatches(Folding folding, int lanes) {
        PatchFront own = patches.orElseThrow();
        List<ProcessDraft> body = new ArrayList<>();
        if (folding.isAdders()) {
            body.add(own.patches(lanes, folding.windows()));
            body.add(constantMatrix(folding, "ConstantMatrixPatches"));
            return site.design(List.of(own.entry(lanes)), body, folding, 0, WeightStorage.NONE)
                    .with(adders.graphs());
        }
        body.addAll(own.words(lanes, folding.simd()));
        body.add(matrix(folding));
        return site.design(
                List.of(own.entry(lanes)),
                body,
                folding,
                folding.multipliers(),
                ResourceModel.weightStorage(words(folding)));
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
                KernelCall.of("matrix_vector.hpp", "MatrixVector", site.struct())
                        .with(site.table(KernelTable.Kind.WEIGHTS), site.table(KernelTable.Kind.BIAS)),
                trips,
                () -> Trace.of(trips, trip -> trip % folds < inputFolds, trip -> trip % inputFolds == inputFolds - 1),
                PipelineDepth.of(DEPTH, folding.simd()),
                folding.pe(),
                ResourceModel.matrixVector(site.layer(), affine, folding, site.slice())
                        .planned());
    }

    private ProcessDraft constantMatrix(Folding folding, String function) {
        long trips = positions() / folding.windows();
        return site.last(
                KernelCall.of(
                                "constant_matrix.hpp",
                                function,
                                site.struct(),
                                new KernelArgument.AdderStruct(site.name()))
                        .with(site.table(KernelTable.Kind.BIAS)),
                trips,
                () -> Trace.of(trips, trip -> true, trip -> true),
                ADDERS_DEPTH + adders.depth(),
                folding.pe() * folding.windows(),
                ResourceModel.constantMatrix(site.layer(), adders.graphs(), folding.windows()));
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
