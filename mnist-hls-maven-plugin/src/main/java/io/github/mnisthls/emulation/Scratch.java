/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

/** What one thread needs beside the activations: two rows of accumulators, and references to the rows under a window. */
final class Scratch {
    final int[] ints;
    final long[] longs;
    final long[] otherLongs;
    final int[] zeroInts;
    final long[] zeroLongs;
    final int[][] intWindow;
    final long[][] longWindow;

    Scratch(int images, int largestWindow) {
        ints = new int[images];
        longs = new long[images];
        otherLongs = new long[images];
        zeroInts = new int[images];
        zeroLongs = new long[images];
        intWindow = new int[largestWindow][];
        longWindow = new long[largestWindow][];
    }
}
