/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Locale;

/** The folding of one layer, as the POM tells it. */
public final class FoldingElement {
    private String layer;
    private int pe = 1;
    private int simd = 1;
    private String implementation = "dsp";
    private int windows = 1;

    String layer() {
        return layer;
    }

    Folding folding() {
        return new Folding(pe, simd, implementation(), windows);
    }

    private Implementation implementation() {
        for (Implementation known : Implementation.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(implementation)) {
                return known;
            }
        }
        throw new InvalidSettingException(
                "<implementation> in the <folding> of layer '" + layer + "'",
                implementation,
                "there is no such implementation",
                "Use dsp, packed, lut or adders.");
    }
}
