/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.adders;

import java.util.Collections;
import java.util.Random;

/** Random constants. */
public final class SampleMatrices {
    private SampleMatrices() {}

    /** All numbers of so many bits are equally likely. */
    static ConstantMatrix matrix(Random random, int outputs, int inputs, int bits) {
        long[][] rows = new long[outputs][inputs];
        for (long[] row : rows) {
            for (int i = 0; i < inputs; i++) {
                row[i] = random.nextInt(1 << bits) - (1L << (bits - 1));
            }
        }
        return ConstantMatrix.of(rows);
    }

    /** With unsigned inputs of as many bits as constants have. */
    public static AdderGraph graph(int outputs, int inputs, int bits) {
        return AdderGraphs.find(
                        matrix(new Random(outputs), outputs, inputs, bits),
                        Collections.nCopies(inputs, new Interval(0, (1L << bits) - 1)))
                .graph();
    }
}
