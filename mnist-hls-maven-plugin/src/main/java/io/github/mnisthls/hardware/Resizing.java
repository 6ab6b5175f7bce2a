/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.hardware.KernelArgument.ValueType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Words of another width. */
final class Resizing {
    private static final String HEADER = "streams.hpp";
    private static final int DEPTH = 2;

    private Resizing() {}

    /**
     * The processes between two widths: none, one or two.
     *
     * @param side   of the layer's inputs; names begin with the layer's and this
     * @param input  of the layer
     */
    static List<ProcessDraft> of(LayerSite site, String side, int input, int from, int to) {
        return of(site, side, input, site.layer().inputs().get(input).shape().size(), from, to);
    }

    /** The same, where more values travel than the input has: windows. */
    static List<ProcessDraft> ofWindows(LayerSite site, int values, int from, int to) {
        return of(site, "_window", 0, values, from, to);
    }

    /** The processes that cut words of several pixels into those of one, for layers that take no more. */
    static List<ProcessDraft> toPixels(LayerSite site, int from) {
        return of(site, "", 0, from, Math.min(from, site.layer().input().channels()));
    }

    private static List<ProcessDraft> of(LayerSite site, String side, int input, int values, int from, int to) {
        int value = site.inputValue(input);
        int common = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
        long trips = values / common;
        List<ProcessDraft> chain = new ArrayList<>();
        if (common < from) {
            int parts = from / common;
            chain.add(site.draft(
                    side + "_values",
                    value,
                    call("UnpackLanes", value, values, from, common),
                    trips,
                    () -> Trace.of(trips, trip -> trip % parts == 0, trip -> true),
                    DEPTH,
                    common,
                    Resources.NONE));
        }
        if (common < to) {
            int parts = to / common;
            chain.add(site.draft(
                    side + "_inputs",
                    value,
                    call("PackLanes", value, values, common, to),
                    trips,
                    () -> Trace.of(trips, trip -> true, trip -> trip % parts == parts - 1),
                    DEPTH,
                    to,
                    Resources.NONE));
        }
        return chain;
    }

    private static KernelCall call(String function, int value, int values, int from, int to) {
        return KernelCall.of(
                HEADER,
                function,
                new ValueType(value),
                new KernelArgument.Count(values),
                new KernelArgument.Count(from),
                new KernelArgument.Count(to));
    }
}
