/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What the kernel MatrixVector takes with a folding. */
final class MatrixUnit {
    /** Bits that one lookup table compares. */
    private static final int COMPARED_BITS = 5;

    /** Of handshakes and of the flags that accompany a word. */
    private static final Resources FLAGS = new Resources(4, 7, 0, 0, 0);

    private final QuantizedLayer layer;
    private final QuantizedAffine affine;
    private final Folding folding;
    private final Resources product;
    private final PackedSlice packed;
    private final int inputFolds;
    private final int outputFolds;

    /** Of weights: each multiplier has so many, one after the other. */
    private final int words;

    /**
     * With a folding.
     *
     * @param product of an input and a weight
     * @param packed  two of them, if the folding has them so
     */
    MatrixUnit(QuantizedLayer layer, QuantizedAffine affine, Folding folding, Resources product, PackedSlice packed) {
        this.layer = layer;
        this.affine = affine;
        this.folding = folding;
        this.product = product;
        this.packed = packed;
        this.inputFolds = affine.fanIn() / folding.simd();
        this.outputFolds = affine.outputs() / folding.pe();
        this.words = inputFolds * outputFolds;
    }

    /** As a plan counts it: an addition of a carry alone still occupies the tables that the chain starts from. */
    Resources planned() {
        return mapped().plus(Fabric.luts((long) folding.pe() * roundedBits(layer)));
    }

    /** As a synthesizer counts it that leaves such tables out. */
    Resources mapped() {
        return Fabric.times(folding.pe(), sums().plus(accumulator()).plus(finish(layer)))
                .plus(multipliers())
                .plus(weights())
                .plus(bias())
                .plus(vector())
                .plus(control());
    }

    private Resources sums() {
        int simd = folding.simd();
        int bits = isPacked()
                ? packed.productBits()
                : layer.inputFormat().width() + affine.weightFormat().width();
        // A slice adds its product to another one; that of an odd lane waits in its slice meanwhile.
        boolean addsPairs = isPacked() ? packed.addsPairs() : isOneSlice();
        return addsPairs ? Fabric.sumTree((simd + 1) / 2, bits + 1) : Fabric.sumTree(simd, bits);
    }

    /** A weight that never changes makes no product where it is zero or a power of two. */
    private Resources multipliers() {
        if (words > 1 && words <= ChosenWeights.MOST && product.dsp() == 0) {
            return chosen();
        }
        if (words > 1) {
            return Fabric.times(folding.multipliers() / (isPacked() ? 2 : 1), product);
        }
        return isPacked() ? Fabric.times(multipliedPairs(), product) : constants();
    }

    /** Of few words of weights, some bits are all alike. */
    private Resources chosen() {
        Resources sum = Resources.NONE;
        for (int lane = 0; lane < folding.simd(); lane++) {
            ChosenWeights products = new ChosenWeights(layer.inputFormat(), affine.weightFormat(), words);
            for (int pe = 0; pe < folding.pe(); pe++) {
                products.multiply(choices(pe, lane));
            }
            sum = sum.plus(products.resources());
        }
        return sum;
    }

    /** The weights that a multiplier has one after the other. */
    private long[] choices(int pe, int lane) {
        long[] choices = new long[words];
        for (int word = 0; word < words; word++) {
            int output = word / inputFolds * folding.pe() + pe;
            int from = word % inputFolds * folding.simd() + lane;
            choices[word] = affine.weights().get(output * affine.fanIn() + from);
        }
        return choices;
    }

    private Resources constants() {
        if (folding.implementation() == Implementation.LUT) {
            return Arrays.stream(affine.weights().toArray())
                    .mapToObj(weight -> AdderUnit.ofProduct(layer.inputFormat(), weight))
                    .reduce(Resources.NONE, Resources::plus);
        }
        long multiplied = Arrays.stream(affine.weights().toArray())
                .filter(MatrixUnit::isMultiplied)
                .count();
        return Fabric.times(multiplied, product);
    }

    /** Of an output and the next one, with the same input. */
    private long multipliedPairs() {
        int fanIn = affine.fanIn();
        return IntStream.range(0, affine.weights().size())
                .filter(place -> place / fanIn % 2 == 0)
                .filter(place -> isMultiplied(affine.weights().get(place))
                        || isMultiplied(affine.weights().get(place + fanIn)))
                .count();
    }

    private static boolean isMultiplied(long weight) {
        return Long.bitCount(Math.abs(weight)) > 1;
    }

    private boolean isPacked() {
        return folding.implementation() == Implementation.PACKED;
    }

    /** A slice with a single product accumulates by itself, but does not choose what it starts from. */
    private Resources accumulator() {
        int bits = layer.accumulatorFormat().width();
        return folding.simd() == 1 && isOneSlice() && !isPacked() ? Fabric.luts(bits) : Fabric.adders(bits);
    }

    /** Values beyond the ends of the output become those. */
    static Resources finish(QuantizedLayer layer) {
        int output = layer.outputFormat().width();
        int rounded = roundedBits(layer);
        int above = Math.max(0, rounded - output);
        return new Resources(output + (above + COMPARED_BITS - 1) / COMPARED_BITS, rounded + 1L + output, 0, 0, 0);
    }

    /** Of the accumulator, without those that rounding drops. */
    static int roundedBits(QuantizedLayer layer) {
        FixedPointFormat exact = layer.accumulatorFormat();
        int dropped = Math.max(0, exact.fractionBits() - layer.outputFormat().fractionBits());
        return Math.max(0, exact.width() - dropped);
    }

    /** Block memories and slices have registers of their own. */
    private Resources weights() {
        long bits = (long) folding.multipliers() * affine.weightFormat().width();
        Resources memory = ResourceModel.constants(words, bits);
        if (memory.lut() == 0 || (product.dsp() > 0 && !isPacked())) {
            return memory;
        }
        // A slice has a register for one of two weights: where both meet in the operand, the other one has come.
        return memory.plus(Fabric.registers(Fabric.columns(words, isPacked() ? bits / 2 : bits)));
    }

    /** Above a bias, an accumulator's bits are all the same. */
    private Resources bias() {
        long bits = (long) folding.pe() * affine.biasFormat().width();
        Resources memory = ResourceModel.constants(outputFolds, bits);
        return memory.lut() > 0 ? memory.plus(Fabric.registers(bits)) : memory;
    }

    /** The word that is worked on, which slices hold themselves, and the vector, kept for further outputs. */
    private Resources vector() {
        long bits = (long) folding.simd() * layer.inputFormat().width();
        boolean isKept = inputFolds > 1 && outputFolds > 1;
        boolean isShared = folding.pe() > (isPacked() ? 2 : 1);
        Resources word = product.dsp() > 0 && !(isShared && isKept) ? Resources.NONE : Fabric.registers(bits);
        if (!isKept) {
            return word;
        }
        Resources memory = ResourceModel.memory(inputFolds, bits);
        boolean isBlock = memory.bram18() > 0;
        return word.plus(Fabric.luts(bits)).plus(isBlock ? memory : Fabric.luts(memory.lut()));
    }

    private Resources control() {
        long bits = 2L * counterBits(outputFolds) + counterBits(inputFolds) + counterBits(words);
        return FLAGS.plus(new Resources(bits, bits, 0, 0, 0));
    }

    private static int counterBits(long values) {
        return Long.SIZE - Long.numberOfLeadingZeros(values - 1);
    }

    private boolean isOneSlice() {
        return product.dsp() == 1;
    }
}
