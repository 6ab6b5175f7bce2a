/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.QuantizedActivation;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedDepthwise;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedTable;
import java.util.List;

/**
 * Estimates of what a plan takes, from rules of thumb that the documentation lists. They are meant to refuse what cannot
 * fit, not to replace a synthesis report.
 */
final class ResourceModel {
    /** Products of operands this narrow, or with this few result bits, are built from lookup tables. */
    private static final int SMALL_OPERAND_BITS = 4;

    private static final int SMALL_PRODUCT_BITS = 10;

    /** A lookup table is a memory of this many bits. */
    static final int LUT_BITS = 64;

    /** Read-only memories up to this depth are cheaper in lookup tables than in half-empty block memories. */
    private static final int LUT_MEMORY_DEPTH = 128;

    private static final int REGISTER_MEMORY_DEPTH = 2;
    private static final int FIFO_BITS_PER_LUT = 32;

    /** Counters and handshakes of one process. */
    static final Resources PROCESS = new Resources(120, 150, 0, 0, 0);

    private ResourceModel() {}

    /** Where so many words of weights live. */
    static WeightStorage weightStorage(long words) {
        if (words <= REGISTER_MEMORY_DEPTH) {
            return WeightStorage.REGISTERS;
        }
        return words <= LUT_MEMORY_DEPTH ? WeightStorage.LUTRAM : WeightStorage.BRAM;
    }

    static Resources fifo(long wordBits, long depth) {
        return new Resources(wordBits * divideUp(depth, FIFO_BITS_PER_LUT), wordBits, 0, 0, 0);
    }

    /** Window registers and line memories. */
    static Resources slidingWindow(WindowSchedule schedule, int registers, int inLanes, int simd, int bits) {
        int lines = schedule.window().reachHeight() - 1;
        long depth = (long) schedule.columns() * schedule.pixelWords();
        Resources line = memory(depth, (long) inLanes * bits);
        int values = schedule.window().area()
                * (registers
                        / (schedule.window().kernelHeight() * schedule.window().reachWidth()));
        Resources total = windowRegisters(registers, values, bits, simd);
        for (int i = 0; i < lines; i++) {
            total = total.plus(line);
        }
        return total;
    }

    /** Registers of whole rows, which shift, and of a row of windows, which shift or are filled from them. */
    static Resources patches(PatchSchedule schedule, int bits) {
        long leaving = (long) schedule.leavingRegisters() * bits;
        return new Resources(leaving, (long) schedule.rowRegisters() * bits + leaving, 0, 0, 0);
    }

    /** The registers that a window moves in, and those that it leaves from, which shift where it takes several words. */
    static Resources windowRegisters(int registers, int values, int bits, int simd) {
        return new Resources((long) (values - simd) * bits, (long) (registers + values) * bits, 0, 0, 0);
    }

    /** Multipliers, adders, weights, and the vector that is kept. */
    static MatrixUnit matrixVector(QuantizedLayer layer, QuantizedAffine affine, Folding folding, DspSlice slice) {
        FixedPointFormat input = layer.inputFormat();
        Resources product = folding.implementation() == Implementation.LUT
                ? Fabric.product(input.width(), affine.weightFormat().width())
                : product(input.width(), input.signed(), affine.weightFormat(), slice);
        return new MatrixUnit(layer, affine, folding, product, new PackedSlice(slice, affine.weightFormat(), input));
    }

    /**
     * Carry chains of graphs, each result registered, and the addition of the bias.
     *
     * @param copies of the graphs
     */
    static Resources constantMatrix(QuantizedLayer layer, List<AdderGraph> graphs, int copies) {
        Resources each = Fabric.adders(layer.accumulatorFormat().width())
                .plus(MatrixUnit.finish(layer))
                .plus(Fabric.luts(MatrixUnit.roundedBits(layer)));
        Resources bias = Fabric.times(layer.output().channels(), each);
        return Fabric.times(copies, graphs.stream().map(AdderUnit::of).reduce(bias, Resources::plus));
    }

    /** Multipliers, adders, weights, and a sum for each channel. */
    static Resources depthwise(QuantizedDepthwise layer, Folding folding, DspSlice slice) {
        int lanes = folding.simd();
        int inputBits = layer.inputFormat().width();
        FixedPointFormat weight = layer.affine().weightFormat();
        int accumulatorBits = layer.accumulatorFormat().width();
        long products = (long) lanes * layer.multiplier();
        Resources product = folding.implementation() == Implementation.LUT
                ? Fabric.product(inputBits, weight.width())
                : product(inputBits, layer.inputFormat().signed(), weight, slice);
        long sums = (long) layer.output().channels() * accumulatorBits;
        long words = (long) layer.window().area() * (layer.input().channels() / lanes);
        Resources each = product.plus(Fabric.adders(accumulatorBits))
                .plus(MatrixUnit.finish(layer))
                .plus(Fabric.luts(MatrixUnit.roundedBits(layer)));
        return Fabric.times(products, each)
                .plus(Fabric.registers(sums))
                .plus(constants(words, products * weight.width()));
    }

    /** Comparators, and multipliers where there are slopes. */
    static Resources activation(QuantizedActivation layer, int lanes, DspSlice slice) {
        int bits = layer.inputFormat().width();
        Resources clamp = adders(lanes, layer.accumulatorFormat().width());
        if (layer.slopes().isEmpty()) {
            return clamp;
        }
        FixedPointFormat slope = layer.slopes().get().format();
        Resources product = product(bits, layer.inputFormat().signed(), slope, slice);
        long words = layer.input().channels() / lanes;
        return clamp.plus(new Resources(lanes * product.lut(), 0, lanes * product.dsp(), 0, 0))
                .plus(constants(words, (long) lanes * slope.width()));
    }

    /** Lookup tables answer one lane, block memories two. */
    static Resources lookUp(QuantizedTable layer, int lanes) {
        int entries = layer.entries().size();
        int copies = weightStorage(entries) == WeightStorage.BRAM ? 1 : lanes;
        int bits = layer.outputFormat().width();
        return adders(lanes, layer.indexFormat().width()).plus(constants(entries, (long) copies * bits));
    }

    /** One per lane. */
    static Resources adders(int lanes, int bits) {
        return new Resources((long) lanes * bits, 2L * lanes * bits, 0, 0, 0);
    }

    /** A memory that is only read. */
    static Resources constants(long words, long wordBits) {
        return switch (weightStorage(words)) {
            case NONE -> Resources.NONE;
            case REGISTERS -> Resources.NONE;
            case LUTRAM -> Fabric.rom(words, wordBits);
            case BRAM -> Fabric.blockMemories(words, wordBits);
        };
    }

    static Resources product(int inputBits, boolean inputSigned, FixedPointFormat weight, DspSlice slice) {
        if (Math.min(inputBits, weight.width()) <= SMALL_OPERAND_BITS
                || inputBits + weight.width() <= SMALL_PRODUCT_BITS) {
            return Fabric.product(inputBits, weight.width());
        }
        int signedInput = inputBits + (inputSigned ? 0 : 1);
        int signedWeight = weight.width() + (weight.signed() ? 0 : 1);
        return new Resources(0, 0, slice.slicesFor(signedInput, signedWeight), 0, 0);
    }

    /**
     * Comparators or adders.
     *
     * @param bits          of a value
     * @param slicesPerLane that multiply with a reciprocal
     */
    static Resources pool(int lanes, int bits, long slicesPerLane) {
        return Fabric.times(2L * lanes, Fabric.larger(bits)).plus(new Resources(0, 0, lanes * slicesPerLane, 0, 0));
    }

    /** Bits that are kept. */
    static Resources registers(long bits) {
        return new Resources(0, bits, 0, 0, 0);
    }

    /** A memory that is read and written. */
    static Resources memory(long depth, long wordBits) {
        return depth <= LUT_BITS
                ? Fabric.memory(depth, wordBits)
                : Fabric.registers(wordBits).plus(Fabric.blockMemories(depth, wordBits));
    }

    private static long divideUp(long amount, long unit) {
        return (amount + unit - 1) / unit;
    }
}
