/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/**
 * An FPGA.
 *
 * @param name      as the tools spell it, such as {@code xc7z020clg400-1}
 * @param dspSlice  its multipliers
 * @param resources that a design may use
 */
public record Part(String name, DspSlice dspSlice, Resources resources) {
    /** The largest share of one of the part's resources. */
    double largestShare(Resources some) {
        return Math.max(
                Math.max(share(some.dsp(), resources.dsp()), share(some.bram18(), resources.bram18())),
                Math.max(share(some.lut(), resources.lut()), share(some.ff(), resources.ff())));
    }

    private static double share(long some, long all) {
        return (double) some / Math.max(all, 1);
    }
}
