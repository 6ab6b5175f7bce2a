/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.toolchain.SynthesisStep;

/** What {@code run_hls.tcl} prints about itself. Log lines may be glued to other text, so these are searched for anywhere. */
final class Sentinel {
    private static final String PREFIX = "MNIST-HLS ";

    private Sentinel() {}

    /** A step's command has returned without an error. */
    static String ok(SynthesisStep step) {
        return PREFIX + "OK " + step;
    }
}
