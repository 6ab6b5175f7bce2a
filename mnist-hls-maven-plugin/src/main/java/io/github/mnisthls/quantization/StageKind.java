/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

/** What a layer is as a stage of the quantized network. */
enum StageKind {
    /** Sums products with weights. */
    AFFINE,
    /** Dense: sums products with weights, and takes an image that was flattened. */
    AFFINE_OF_VECTOR,
    /** Computes a result of another kind, which can be cut. */
    COMPUTES,
    /** Looks values up; a cut is a stage of its own. */
    LOOKS_UP,
    /** Chooses among values or moves them: a cut before it is a cut behind it. */
    MOVES,
    /** Puts zeros between values: a cut before it is a cut behind it if zero stays zero. */
    PADS,
    /** A function of each value: of a cut, the cut; else a stage of its own. */
    ELEMENTWISE,
    /** Nothing is to be done. */
    ALIAS,
    /** Was to be folded away. */
    GONE;

    boolean isAffine() {
        return this == AFFINE || this == AFFINE_OF_VECTOR;
    }

    boolean keepsFormat() {
        return this == MOVES || this == PADS;
    }

    /** Whether it treats each value by itself, so that it may follow an image that was flattened. */
    boolean mayFollowFlattening() {
        return this == AFFINE_OF_VECTOR || this == ELEMENTWISE || this == LOOKS_UP || this == ALIAS;
    }
}
