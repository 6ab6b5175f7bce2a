/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import io.github.mnisthls.hardware.Folding;

/** The folding of one layer, as the POM tells it. */
public final class FoldingElement {
    private String layer;
    private int pe = 1;
    private int simd = 1;

    String layer() {
        return layer;
    }

    Folding folding() {
        return new Folding(pe, simd);
    }
}
