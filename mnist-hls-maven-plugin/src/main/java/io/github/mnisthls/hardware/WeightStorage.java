/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** Where a layer's weights live. */
public enum WeightStorage {
    /** The layer has none. */
    NONE,
    /** Constants in logic: a word or two. */
    REGISTERS,
    /** Read-only memory of lookup tables. */
    LUTRAM,
    /** Block memory. */
    BRAM
}
