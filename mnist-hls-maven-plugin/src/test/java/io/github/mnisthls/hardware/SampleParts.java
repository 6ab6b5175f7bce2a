/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** Devices for tests. */
public final class SampleParts {
    /** A small one: the default of the plugin. */
    public static final Part ZYNQ_7020 =
            new Part("xc7z020clg400-1", new DspSlice(25, 18), new Resources(53_200, 106_400, 220, 280, 0));

    /** A middling one. */
    public static final Part ZYNQ_ULTRASCALE_7EV =
            new Part("xczu7ev-ffvc1156-2-e", new DspSlice(27, 18), new Resources(230_400, 460_800, 1_728, 624, 96));

    /** A large one, on which every small network fits however it is folded. */
    public static final Part VIRTEX_13P = new Part(
            "xcvu13p-flga2577-2-e", new DspSlice(27, 18), new Resources(1_728_000, 3_456_000, 12_288, 5_376, 1_280));

    private SampleParts() {}
}
