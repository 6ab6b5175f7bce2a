/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** What a layer computes. */
public enum LayerKind {
    CONVOLUTION("conv"),
    DENSE("dense"),
    MAX_POOL("maxpool"),
    AVERAGE_POOL("avgpool");

    private final String label;

    LayerKind(String label) {
        this.label = label;
    }

    /** As reports print it. */
    public String label() {
        return label;
    }
}
