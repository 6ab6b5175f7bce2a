/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import java.util.List;

/** The POM's {@code <explore>}: the values of each axis. What is not given has the POM's own value alone. */
public final class ExploreElements {
    private List<NetworkElement> networks;
    private List<Double> widths;
    private List<String> seeds;
    private List<String> precisions;
    private List<String> finetunes;
    private List<String> implementations;
    private List<String> parts;
    private List<Double> clocks;
    private List<String> targets;

    List<NetworkElement> networks() {
        return orEmpty(networks);
    }

    List<Double> widths() {
        return orEmpty(widths);
    }

    List<String> seeds() {
        return orEmpty(seeds);
    }

    List<String> precisions() {
        return orEmpty(precisions);
    }

    List<String> finetunes() {
        return orEmpty(finetunes);
    }

    List<String> implementations() {
        return orEmpty(implementations);
    }

    List<String> parts() {
        return orEmpty(parts);
    }

    List<Double> clocks() {
        return orEmpty(clocks);
    }

    List<String> targets() {
        return orEmpty(targets);
    }

    private static <T> List<T> orEmpty(List<T> values) {
        return values == null ? List.of() : values;
    }

    /** The space that is explored where the POM tells none, on the POM's own part and two others. */
    static ExploreElements usual(String part) {
        ExploreElements usual = new ExploreElements();
        usual.precisions =
                List.of("ap_fixed<16,8>", "auto:12", "auto:10", "auto:8", "auto:6", "auto:5", "auto:4", "auto:ternary");
        usual.parts = List.of(part, "xc7a35tcpg236-1", "xczu3eg-sbva484-1-e");
        usual.targets = List.of(
                "fastest",
                "maxMultipliers=200",
                "maxMultipliers=100",
                "maxMultipliers=50",
                "maxMultipliers=25",
                "targetImagesPerSecond=10000");
        return usual;
    }
}
