/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/** Which arrays an operation's first input and its outputs have in common. */
enum Sharing {
    /** Each has its own. */
    NOTHING,
    /** The gradient by the input takes the place of that by the first output. */
    GRADIENT,
    /** That, and the outputs are the input, unchanged. */
    UNCHANGED,
    /** That, and the output takes the place of the input, unless somebody else reads the input. */
    REPLACED
}
