/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedActivation;
import io.github.mnisthls.quantization.QuantizedTable;
import java.util.List;

/** A function of each value by itself: words go in and out in every cycle. */
final class ElementwiseHardware implements LayerHardware {
    private static final String HEADER = "elementwise.hpp";
    private static final int CLAMP_DEPTH = 3;
    private static final int SLOPE_DEPTH = 5;
    private static final int LOOK_UP_DEPTH = 4;

    /** A memory has two ports. */
    private static final int MOST_LOOK_UPS = 2;

    /** What a lane costs. */
    private interface Cost {
        Resources of(int lanes);
    }

    private final LayerSite site;
    private final String kind;
    private final KernelCall call;
    private final int depth;
    private final int mostLanes;
    private final boolean byChannel;
    private final Cost cost;

    /** @param byChannel channels differ, so that a word has no more than one pixel */
    private ElementwiseHardware(
            LayerSite site, String kind, KernelCall call, int depth, int mostLanes, boolean byChannel, Cost cost) {
        this.site = site;
        this.kind = kind;
        this.call = call;
        this.depth = depth;
        this.mostLanes = mostLanes;
        this.byChannel = byChannel;
        this.cost = cost;
    }

    static LayerHardware of(LayerSite site, QuantizedActivation layer) {
        KernelCall call = layer.slopes().isPresent()
                ? KernelCall.of(HEADER, "ActivateSlopes", site.struct()).with(site.table(KernelTable.Kind.SLOPES))
                : KernelCall.of(HEADER, "Activate", site.struct());
        return new ElementwiseHardware(
                site,
                "activation",
                call,
                layer.slopes().isPresent() ? SLOPE_DEPTH : CLAMP_DEPTH,
                Divisors.MAX_LANES,
                layer.slopes().isPresent(),
                lanes -> ResourceModel.activation(layer, lanes, site.slice()));
    }

    static LayerHardware of(LayerSite site, QuantizedTable layer) {
        return new ElementwiseHardware(
                site,
                "table",
                KernelCall.of(HEADER, "LookUp", site.struct()).with(site.table(KernelTable.Kind.ENTRIES)),
                LOOK_UP_DEPTH,
                MOST_LOOK_UPS,
                false,
                lanes -> ResourceModel.lookUp(layer, lanes));
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Folding> foldings() {
        return followsWords()
                ? List.of(FOLLOWING)
                : Divisors.of(site.layer().input().channels()).stream()
                        .filter(lanes -> lanes <= mostLanes)
                        .map(lanes -> new Folding(lanes, lanes))
                        .toList();
    }

    @Override
    public String rule() {
        return followsWords()
                ? FOLLOWING_RULE
                : "pe and simd must be the same, and divide "
                        + site.layer().input().channels() + ", and each may be at most " + mostLanes;
    }

    @Override
    public LayerDesign design(Folding folding, List<Integer> inLanes) {
        int from = inLanes.get(0);
        int lanes = followsWords() ? followed(from) : folding.simd();
        long words = site.layer().input().size() / lanes;
        ProcessDraft last =
                site.last(call, words, () -> Trace.of(words, trip -> true, trip -> true), depth, lanes, cost.of(lanes));
        return site.design(List.of(Resizing.of(site, "", 0, from, lanes)), List.of(last), lanes);
    }

    private int followed(int from) {
        return byChannel ? Math.min(from, site.layer().input().channels()) : from;
    }

    private boolean followsWords() {
        return mostLanes == Divisors.MAX_LANES;
    }
}
