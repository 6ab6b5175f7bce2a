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
    private final int windowSize;
    private final long[] biases;
    private final int[][] taps;
    private final long[][] weights;

    /** @param channels of the input, if each output sees one of them alone; else 1 */
    private AffineTerms(QuantizedAffine affine, QuantizedLayer layer, int channels) {
        int accumulator = layer.accumulatorFormat().fractionBits();
        int productShift = accumulator
                - layer.inputs().get(0).format().fractionBits()
                - affine.weightFormat().fractionBits();
        int biasShift = accumulator - affine.biasFormat().fractionBits();
        outputs = affine.outputs();
        fanIn = affine.fanIn();
        windowSize = channels * fanIn;
        biases = new long[outputs];
        taps = new int[outputs][];
        weights = new long[outputs][];
        for (int o = 0; o < outputs; o++) {
            biases[o] = shifted(affine.bias().get(o), biasShift);
            addTerms(affine, o, channels == 1 ? 0 : o / (outputs / channels) * fanIn, productShift);
        }
    }

    /** Of a layer whose outputs see all inputs. */
    static AffineTerms of(QuantizedAffine affine, QuantizedLayer layer) {
        return new AffineTerms(affine, layer, 1);
    }

    /** Of a layer whose outputs see one channel each, in order. */
    static AffineTerms ofChannels(QuantizedAffine affine, QuantizedLayer layer, int channels) {
        return new AffineTerms(affine, layer, channels);
    }

    private void addTerms(QuantizedAffine affine, int output, int firstTap, int shift) {
        int count = 0;
        int[] places = new int[fanIn];
        long[] factors = new long[fanIn];
        for (int i = 0; i < fanIn; i++) {
            long weight = affine.weights().get(output * fanIn + i);
            if (weight != 0) {
                places[count] = firstTap + i;
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

    /** Number of inputs under a window, of all outputs together. */
    int windowSize() {
        return windowSize;
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
