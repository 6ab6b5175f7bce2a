/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.adders.AdderGraph;
import io.github.mnisthls.adders.AdderGraphs;
import io.github.mnisthls.adders.ConstantMatrix;
import io.github.mnisthls.adders.Interval;
import io.github.mnisthls.adders.SampleMatrices;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedConv2d;
import io.github.mnisthls.quantization.QuantizedDense;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.RawVector;
import io.github.mnisthls.rendering.SampleNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Datapaths of all kinds and many sizes, with what the rules say that they take. */
final class Datapaths {
    static final DspSlice SLICE = new DspSlice(25, 18);

    private static final String NO_DSP = "-nodsp";

    /** Of a layer's weights, the largest is about so many standard deviations away from zero. */
    private static final double DEVIATIONS = 3;

    /**
     * One of them.
     *
     * @param options of the synthesizer
     */
    record Datapath(String kind, String size, Verilog verilog, String options, Resources rule) {}

    private final List<Datapath> all = new ArrayList<>();

    private Datapaths() {}

    static List<Datapath> all() {
        Datapaths datapaths = new Datapaths();
        datapaths.products();
        datapaths.constants();
        datapaths.sums();
        datapaths.memories();
        datapaths.windows();
        datapaths.units();
        return datapaths.all;
    }

    private void add(String kind, String size, Verilog verilog, Resources rule) {
        all.add(new Datapath(kind, size, verilog, rule.dsp() == 0 ? NO_DSP : "", rule));
    }

    private void products() {
        for (int[] bits : new int[][] {{8, 8}, {6, 5}, {8, 4}, {12, 9}, {16, 8}, {16, 16}, {25, 18}}) {
            FixedPointFormat weight = FixedPointFormat.signed(bits[1], 1);
            Resources rule = ResourceModel.product(bits[0], true, weight, SLICE);
            if (rule.dsp() > 0) {
                add("product in a slice", name(bits), SmallDatapaths.sliceProduct(bits[0], bits[1]), rule);
            }
        }
        for (int[] bits : new int[][] {
            {8, 8}, {2, 2}, {3, 3}, {8, 2}, {8, 3}, {4, 4}, {8, 4}, {5, 5}, {6, 6}, {10, 7}, {12, 12}, {16, 8}, {16, 16}
        }) {
            add(
                    "product of lookup tables",
                    name(bits),
                    SmallDatapaths.fabricProduct(bits[0], bits[1]),
                    Fabric.product(bits[0], bits[1]));
        }
    }

    /** Adders of the constant's digits; none for a power of two. */
    private void constants() {
        for (int[] size : new int[][] {{10, 93}, {12, 427}, {16, 2731}}) {
            AdderGraph graph = AdderGraphs.plain(
                    ConstantMatrix.of(new long[][] {{size[1]}}), List.of(new Interval(0, (1L << size[0]) - 1)));
            add(
                    "product with a constant",
                    size[0] + " bits with " + size[1],
                    AdderGraphVerilog.of(graph),
                    AdderUnit.ofProduct(FixedPointFormat.unsigned(size[0], 1), size[1]));
        }
    }

    private void sums() {
        for (int[] size : new int[][] {{8, 16}, {2, 8}, {3, 12}, {5, 20}, {16, 8}, {16, 17}, {25, 16}, {25, 34}}) {
            add(
                    "sum",
                    size[0] + " of " + size[1] + " bits",
                    SmallDatapaths.sumTree(size[0], size[1]),
                    Fabric.sumTree(size[0], size[1]));
        }
        for (int bits : new int[] {8, 4, 6, 12, 16, 24, 32}) {
            add("larger of two", bits + " bits", SmallDatapaths.larger(bits), Fabric.larger(bits));
        }
        for (int[] size :
                new int[][] {{8, 8, 4}, {4, 4, 4}, {8, 8, 8}, {6, 25, 3}, {6, 25, 4}, {16, 16, 4}, {16, 16, 8}}) {
            AdderGraph graph = SampleMatrices.graph(size[0], size[1], size[2]);
            add(
                    "adder graph",
                    size[0] + " x " + size[1] + ", " + size[2] + " bits",
                    AdderGraphVerilog.of(graph),
                    AdderUnit.of(graph));
        }
    }

    private void memories() {
        for (int[] size : new int[][] {{16, 32}, {8, 2}, {8, 16}, {25, 32}, {16, 64}, {40, 128}}) {
            add(
                    "FIFO of shift registers",
                    size[0] + " bits, " + size[1] + " words",
                    SmallDatapaths.shiftFifo(size[0], size[1]),
                    Fabric.shiftFifo(size[0], size[1]));
        }
        for (int[] size : new int[][] {{16, 32}, {8, 16}, {30, 28}, {12, 64}, {50, 40}}) {
            add(
                    "memory of lookup tables",
                    size[0] + " bits, " + size[1] + " words",
                    SmallDatapaths.memory(size[1], size[0]),
                    Fabric.memory(size[1], size[0]));
        }
        for (int[] size : new int[][] {{16, 16}, {24, 8}, {32, 25}, {16, 64}, {32, 100}, {24, 128}}) {
            add(
                    "constants in lookup tables",
                    size[0] + " bits, " + size[1] + " words",
                    SmallDatapaths.rom(size[1], size[0], false),
                    Fabric.rom(size[1], size[0]).plus(Fabric.registers(size[0])));
        }
        for (int[] size : new int[][] {{16, 300}, {36, 512}, {40, 600}, {18, 1024}, {9, 2048}, {54, 1024}}) {
            add(
                    "constants in block memory",
                    size[0] + " bits, " + size[1] + " words",
                    SmallDatapaths.rom(size[1], size[0], true),
                    Fabric.blockMemories(size[1], size[0]));
        }
    }

    private void windows() {
        for (int[] size : new int[][] {{3, 3, 8, 1}, {3, 3, 8, 9}, {5, 5, 4, 5}, {5, 5, 16, 25}}) {
            add(
                    "window",
                    size[0] + " x " + size[1] + " of " + size[2] + " bits, in " + size[3],
                    SmallDatapaths.window(size[0], size[1], size[2], size[3]),
                    ResourceModel.windowRegisters(
                                    size[0] * size[1], size[0] * size[1], size[2], size[0] * size[1] / size[3])
                            .plus(Fabric.luts(1))); // its enable
        }
    }

    private void units() {
        QuantizedNetwork wide = SampleNetworks.lenet();
        QuantizedNetwork narrow = SampleNetworks.lenet8();
        QuantizedNetwork few = SampleNetworks.lenet4();
        unit(narrow, "dense2", 1, 2);
        unit(wide, "dense2", 1, 1);
        unit(wide, "dense2", 1, 2);
        unit(wide, "dense2", 2, 4);
        unit(narrow, "dense2", 2, 3);
        unit(wide, "conv1", 3, 25);
        unit(narrow, "conv1", 3, 25);
        unit(narrow, "conv1", 2, 5);
        unit(wide, "conv2", 2, 6);
        unit(narrow, "conv2", 2, 6);
        unit(narrow, "conv2", 4, 10);
        unit(narrow, "conv1", 6, 5);
        unit(few, "conv1", 2, 5);
        unit(few, "conv1", 3, 25);
        unit(few, "conv1", 6, 5);
        unit(few, "conv2", 2, 10);
        packedUnits(narrow, SampleNetworks.lenet(7));
        fabricUnits(narrow, wide);
    }

    private void packedUnits(QuantizedNetwork narrow, QuantizedNetwork narrower) {
        unit(narrow, "conv1", new Folding(2, 5, Implementation.PACKED));
        unit(narrow, "conv2", new Folding(2, 6, Implementation.PACKED));
        unit(narrow, "dense2", new Folding(2, 3, Implementation.PACKED));
        unit(narrower, "conv1", new Folding(2, 5, Implementation.PACKED));
        unit(narrower, "dense2", new Folding(2, 4, Implementation.PACKED));
    }

    private void fabricUnits(QuantizedNetwork narrow, QuantizedNetwork wide) {
        unit(narrow, "conv2", new Folding(2, 6, Implementation.LUT));
        unit(narrow, "dense2", new Folding(2, 3, Implementation.LUT));
        unit(wide, "conv1", new Folding(2, 5, Implementation.LUT));
        unit(wide, "dense2", new Folding(1, 2, Implementation.LUT));
    }

    private void unit(QuantizedNetwork network, String name, int pe, int simd) {
        unit(network, name, new Folding(pe, simd));
    }

    private void unit(QuantizedNetwork network, String name, Folding folding) {
        QuantizedLayer layer = network.layers().stream()
                .filter(own -> own.name().equals(name))
                .findFirst()
                .orElseThrow();
        QuantizedAffine affine =
                trained(layer instanceof QuantizedConv2d conv ? conv.affine() : ((QuantizedDense) layer).affine());
        Resources rule =
                ResourceModel.matrixVector(layer, affine, folding, SLICE).mapped();
        add(
                kind(folding.implementation()),
                name + ", " + affine.weightFormat().width() + " bits, " + folding.pe() + " x " + folding.simd(),
                MatrixUnitVerilog.of("unit", layer, affine, folding, rule.dsp() == 0),
                rule);
    }

    /** Of the same size, with weights as training leaves them: a bell that fills the format. */
    private static QuantizedAffine trained(QuantizedAffine affine) {
        Random random = new Random(affine.weights().size());
        return new QuantizedAffine(
                affine.weightFormat(),
                bell(random, affine.weightFormat(), affine.weights().size()),
                affine.biasFormat(),
                bell(random, affine.biasFormat(), affine.bias().size()));
    }

    private static RawVector bell(Random random, FixedPointFormat format, int count) {
        double deviation = format.maxRaw() / DEVIATIONS;
        return RawVector.of(IntStream.range(0, count)
                .mapToLong(i -> Math.round(random.nextGaussian() * deviation))
                .map(raw -> Math.max(format.minRaw(), Math.min(format.maxRaw(), raw)))
                .toArray());
    }

    private static String kind(Implementation implementation) {
        return switch (implementation) {
            case PACKED -> "matrix-vector unit, two products in a slice";
            case LUT -> "matrix-vector unit, products of lookup tables";
            default -> "matrix-vector unit";
        };
    }

    private static String name(int... bits) {
        return bits[0] + " x " + bits[1] + " bits";
    }
}
