/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** What a layer's products are made of. */
public enum Implementation {
    /** Multipliers, each for many weights in turn. */
    DSP,
    /** Additions and shifts: constants in place of weights, all products of a vector in one cycle. */
    ADDERS
}
