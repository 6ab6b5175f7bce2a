/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

/**
 * How the network's logits become an output of the file.
 *
 * @param number its place among the file's outputs
 * @param ending what is computed of the logits
 */
public record FileOutput(int number, Ending ending) {
    /** The logits, as the only output. */
    public static final FileOutput PLAIN = new FileOutput(0, Ending.NONE);
}
