/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

/** Sees rows of accumulators, one column per image. */
interface AccumulatorObserver {
    /** Sees nothing. */
    AccumulatorObserver NONE = new AccumulatorObserver() {
        @Override
        public void see(int[] accumulators) {}

        @Override
        public void see(long[] accumulators) {}
    };

    void see(int[] accumulators);

    void see(long[] accumulators);
}
