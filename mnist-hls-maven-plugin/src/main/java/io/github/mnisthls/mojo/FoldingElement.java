/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.settings.Choices;

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
        String place = "<implementation> in the <folding> of layer '" + layer + "'";
        return new Folding(
                pe, simd, Choices.read(place, implementation, "implementation", Implementation.class), windows);
    }
}
