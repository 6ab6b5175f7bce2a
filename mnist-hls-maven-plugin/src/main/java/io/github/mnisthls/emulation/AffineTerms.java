/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import java.util.Arrays;

/**
 * Weights and biases at the accumulator's binary point, without the zeros. Bits beyond 64 are cut off, and an int
 * accumulator cuts off those beyond 32: sums are right modulo that, and the proved width says that this is enough.
 */
final class AffineTerms {
    private final int outputs;
    private final int fanIn;
    private final long[] biases;
    private final int[][] taps;
    private final long[][] weights;

    private AffineTerms(QuantizedAffine affine, int productShift, int biasShift) {
        outputs = affine.outputs();
        fanIn = affine.fanIn();
        biases = new long[outputs];
        taps = new int[outputs][];
        weights = new long[outputs][];
        for (int o = 0; o < outputs; o++) {
            biases[o] = shifted(affine.bias().get(o), biasShift);
            addTerms(affine, o, productShift);
        }
    }

    static AffineTerms of(QuantizedAffine affine, QuantizedLayer layer) {
        int accumulator = layer.accumulatorFormat().fractionBits();
        int product = layer.inputFormat().fractionBits() + affine.weightFormat().fractionBits();
        return new AffineTerms(
                affine, accumulator - product, accumulator - affine.biasFormat().fractionBits());
    }

    private void addTerms(QuantizedAffine affine, int output, int shift) {
        int count = 0;
        int[] places = new int[fanIn];
        long[] factors = new long[fanIn];
        for (int i = 0; i < fanIn; i++) {
            long weight = affine.weights().get(output * fanIn + i);
            if (weight != 0) {
                places[count] = i;
                factors[count++] = shifted(weight, shift);
            }
        }
        taps[output] = Arrays.copyOf(places, count);
        weights[output] = Arrays.copyOf(factors, count);
    }

    private static long shifted(long raw, int shift) {
        return shift < Long.SIZE ? raw << shift : 0;
    }

    int outputs() {
        return outputs;
    }

    int fanIn() {
        return fanIn;
    }

    long bias(int output) {
        return biases[output];
    }

    /** The inputs with a weight other than zero. */
    int[] taps(int output) {
        return taps[output];
    }

    /** Those weights. */
    long[] weights(int output) {
        return weights[output];
    }

    /** Those weights as ints. */
    int[] intWeights(int output) {
        int[] result = new int[weights[output].length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) weights[output][i];
        }
        return result;
    }
}
