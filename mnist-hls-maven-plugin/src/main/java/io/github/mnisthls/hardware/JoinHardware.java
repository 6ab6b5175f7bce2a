/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.quantization.QuantizedAdd;
import io.github.mnisthls.quantization.QuantizedConcat;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** Where two values become one. Words of different widths are resized before. */
final class JoinHardware implements LayerHardware {
    private static final String HEADER = "join.hpp";
    private static final int DEPTH = 3;
    private static final List<String> SIDES = List.of("_left", "_right");

    private final LayerSite site;
    private final boolean adds;

    private JoinHardware(LayerSite site, boolean adds) {
        this.site = site;
        this.adds = adds;
    }

    static LayerHardware of(LayerSite site, QuantizedAdd layer) {
        return new JoinHardware(site, true);
    }

    static LayerHardware of(LayerSite site, QuantizedConcat layer) {
        return new JoinHardware(site, false);
    }

    @Override
    public String kind() {
        return adds ? "add" : "concat";
    }

    @Override
    public List<Folding> foldings() {
        return List.of(FOLLOWING);
    }

    @Override
    public String rule() {
        return FOLLOWING_RULE;
    }

    @Override
    public LayerDesign design(Folding folding, List<Integer> inLanes) {
        int lanes = lanes(Math.max(inLanes.get(0), inLanes.get(1)));
        List<List<ProcessDraft>> entries = List.of(
                Resizing.of(site, SIDES.get(0), 0, inLanes.get(0), lanes),
                Resizing.of(site, SIDES.get(1), 1, inLanes.get(1), lanes));
        return site.design(entries, List.of(adds ? sum(lanes) : channels(lanes)), lanes);
    }

    /** The most that both sides can be cut into, but no more than reach the layer. */
    private int lanes(int most) {
        return Divisors.of(leftChannels()).stream()
                .filter(lanes -> lanes <= most && rightChannels() % lanes == 0)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private ProcessDraft sum(int lanes) {
        long words = site.layer().output().size() / lanes;
        IntPredicate always = trip -> true;
        return site.last(
                KernelCall.of(HEADER, "AddStreams", site.struct()),
                words,
                () -> Trace.join(words, always, always),
                DEPTH,
                lanes,
                ResourceModel.adders(lanes, site.layer().accumulatorFormat().width()));
    }

    private ProcessDraft channels(int lanes) {
        int leftWords = leftChannels() / lanes;
        int pixelWords = leftWords + rightChannels() / lanes;
        long words = site.layer().output().size() / lanes;
        return site.last(
                KernelCall.of(HEADER, "ConcatStreams", site.struct()),
                words,
                () -> Trace.join(words, trip -> trip % pixelWords < leftWords, trip -> trip % pixelWords >= leftWords),
                DEPTH,
                lanes,
                ResourceModel.adders(lanes, site.layer().accumulatorFormat().width()));
    }

    private int leftChannels() {
        return site.layer().inputs().get(0).shape().channels();
    }

    private int rightChannels() {
        return site.layer().inputs().get(1).shape().channels();
    }
}
