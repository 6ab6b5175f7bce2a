/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedDepthwise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Depthwise convolution: some channels at the same time, one place of the window after the other. */
final class DepthwiseHardware implements LayerHardware {
    private static final int DEPTH = 6;
    private static final Window ONE_VALUE = new Window(1, 1, 1, 1, Padding.NONE);

    private final LayerSite site;
    private final QuantizedDepthwise layer;
    private final Optional<WindowFront> front;
    private final Optional<AdderHardware> adders;

    DepthwiseHardware(LayerSite site, QuantizedDepthwise layer) {
        this.site = site;
        this.layer = layer;
        Optional<Window> window = isScale(layer.window()) ? Optional.empty() : Optional.of(layer.window());
        this.front = window.map(own -> new WindowFront(site, own));
        this.adders = layer.matrixInputs() <= Divisors.MAX_LANES
                ? Optional.of(new AdderHardware(site, window, layer.window(), layer.matrix()))
                : Optional.empty();
        ChannelRegisters.check(site, "a depthwise convolution");
    }

    /** A window of one value at every place: words are used as they come. */
    private static boolean isScale(Window window) {
        return window.area() == ONE_VALUE.area()
                && window.strideHeight() == ONE_VALUE.strideHeight()
                && window.strideWidth() == ONE_VALUE.strideWidth()
                && window.padding().isNone();
    }

    @Override
    public String kind() {
        return "depthwise";
    }

    @Override
    public List<Folding> foldings() {
        return Divisors.of(channels()).stream()
                .filter(lanes -> (long) lanes * layer.multiplier() <= Divisors.MAX_LANES)
                .filter(lanes -> front.map(own -> own.sends(lanes)).orElse(true))
                .map(lanes -> new Folding(lanes, lanes))
                .toList();
    }

    /** Each channel's constants are a graph of their own. */
    @Override
    public List<Folding> foldings(Implementation implementation) {
        return switch (implementation) {
            case DSP -> foldings();
            case ADDERS -> adders.map(AdderHardware::foldings).orElse(List.of());
            case LUT ->
                multipliesInSlices()
                        ? foldings().stream()
                                .map(folding -> folding.of(implementation))
                                .toList()
                        : List.of();
            case PACKED -> List.of();
        };
    }

    @Override
    public String whyNot(Implementation implementation) {
        return switch (implementation) {
            case PACKED -> "its outputs have no input in common";
            case LUT -> NARROW;
            default -> AdderHardware.RULE;
        };
    }

    private boolean multipliesInSlices() {
        return ResourceModel.product(
                                layer.inputFormat().width(),
                                layer.inputFormat().signed(),
                                layer.affine().weightFormat(),
                                site.slice())
                        .dsp()
                > 0;
    }

    @Override
    public boolean isKnown(Folding folding) {
        return !folding.isAdders() || adders.orElseThrow().isFound();
    }

    @Override
    public String rule() {
        return "pe and simd must be the same, and divide " + channels() + ", and each may be at most "
                + Divisors.MAX_LANES / layer.multiplier();
    }

    @Override
    public LayerDesign design(Folding folding, List<Integer> inLanes) {
        return folding.isAdders() ? adders.orElseThrow().design(folding, inLanes.get(0)) : atLeast(folding, inLanes);
    }

    @Override
    public LayerDesign atLeast(Folding folding, List<Integer> inLanes) {
        int from = inLanes.get(0);
        if (folding.isAdders()) {
            return adders.orElseThrow().atLeast(folding, from);
        }
        int lanes = folding.simd();
        List<ProcessDraft> entry =
                front.map(own -> own.entry(from, lanes)).orElseGet(() -> Resizing.of(site, "", 0, from, lanes));
        List<ProcessDraft> body = new ArrayList<>();
        front.ifPresent(own -> body.addAll(own.processes(from, lanes)));
        body.add(products(folding));
        return site.design(
                List.of(entry),
                body,
                folding,
                (long) lanes * layer.multiplier(),
                ResourceModel.weightStorage((long) layer.window().area() * (channels() / lanes)));
    }

    @Override
    public int weightBits() {
        return layer.affine().weightFormat().width();
    }

    private ProcessDraft products(Folding folding) {
        int lanes = folding.simd();
        int pixelWords = channels() / lanes;
        int area = layer.window().area();
        long positions = (long) layer.output().height() * layer.output().width();
        long trips = positions * area * pixelWords;
        return site.last(
                KernelCall.of("depthwise.hpp", "DepthwiseWindows", arguments(folding))
                        .with(site.table(KernelTable.Kind.WEIGHTS), site.table(KernelTable.Kind.BIAS)),
                trips,
                () -> Trace.of(trips, trip -> true, trip -> trip / pixelWords % area == area - 1),
                DEPTH,
                lanes * layer.multiplier(),
                ResourceModel.depthwise(layer, folding, site.slice()));
    }

    private KernelArgument[] arguments(Folding folding) {
        return folding.implementation() == Implementation.LUT
                ? new KernelArgument[] {site.struct(), Policies.fabric()}
                : new KernelArgument[] {site.struct()};
    }

    private int channels() {
        return layer.input().channels();
    }
}
