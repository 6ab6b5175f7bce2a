/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.settings.InvalidSettingException;

/** Kernels that keep one value per word of a pixel in registers. */
final class ChannelRegisters {
    private ChannelRegisters() {}

    /**
     * Checks that there are enough.
     *
     * @param what  the layer is, with its article
     * @throws InvalidSettingException if a pixel has more channels than there may be registers
     */
    static void check(LayerSite site, String what) {
        int channels = site.layer().input().channels();
        if (channels > Divisors.MAX_LANES) {
            throw new InvalidSettingException(
                    "layer '" + site.name() + "'",
                    channels + " channels",
                    what + " keeps a value per channel in registers, of which a partitioned array has at most "
                            + Divisors.MAX_LANES + ": " + (channels - Divisors.MAX_LANES) + " too many",
                    "Use at most " + Divisors.MAX_LANES + " channels before " + what + ".");
        }
    }
}
