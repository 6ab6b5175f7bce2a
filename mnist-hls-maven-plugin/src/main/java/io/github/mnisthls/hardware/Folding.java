/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.settings.InvalidSettingException;

/**
 * How many of a layer's multiplications happen in one cycle.
 *
 * @param pe   outputs (channels) computed at the same time; divides the layer's outputs
 * @param simd inputs multiplied at the same time for each of them; divides the number of inputs of one output
 * @param implementation what multiplies
 * @param windows        neighboring windows of a row that are computed at the same time; divides the outputs of a row, and
 *                       is 1 for everything but convolutions of adders
 */
public record Folding(int pe, int simd, Implementation implementation, int windows) {
    public Folding {
        if (pe < 1 || simd < 1) {
            throw new InvalidSettingException(
                    "folding", "pe " + pe + ", simd " + simd, "both must be at least 1", "Give positive numbers.");
        }
        if (windows < 1) {
            throw new InvalidSettingException(
                    "<windows> of a <folding>", windows, "it must be at least 1", "Give a positive number.");
        }
    }

    /** Of multipliers. */
    public Folding(int pe, int simd) {
        this(pe, simd, Implementation.DSP, 1);
    }

    /** Of one window at a time. */
    public Folding(int pe, int simd, Implementation implementation) {
        this(pe, simd, implementation, 1);
    }

    /** The same with products made of something else. */
    Folding of(Implementation other) {
        return new Folding(pe, simd, other, windows);
    }

    /** Products per cycle that multipliers make. */
    public int multipliers() {
        return isAdders() ? 0 : Math.multiplyExact(pe, simd);
    }

    boolean isAdders() {
        return implementation == Implementation.ADDERS;
    }
}
