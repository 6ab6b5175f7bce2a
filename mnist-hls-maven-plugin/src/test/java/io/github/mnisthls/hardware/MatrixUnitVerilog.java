/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.Verilog.Wire;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The kernel MatrixVector as a person would write it in Verilog: the same loops, memories and arithmetic, fully pipelined. */
final class MatrixUnitVerilog {
    private final QuantizedLayer layer;
    private final QuantizedAffine affine;
    private final Folding folding;
    private final int inputFolds;
    private final int outputFolds;
    private final int inputBits;
    private final int weightBits;
    private final boolean isFabric;
    private final Optional<PackedSlice> packed;
    private final Verilog module;

    private MatrixUnitVerilog(
            String name, QuantizedLayer layer, QuantizedAffine affine, Folding folding, boolean isFabric) {
        this.layer = layer;
        this.affine = affine;
        this.folding = folding;
        this.inputFolds = affine.fanIn() / folding.simd();
        this.outputFolds = affine.outputs() / folding.pe();
        this.inputBits = layer.inputFormat().width();
        this.weightBits = affine.weightFormat().width();
        this.isFabric = isFabric;
        this.packed = folding.implementation() == Implementation.PACKED
                ? Optional.of(new PackedSlice(Datapaths.SLICE, affine.weightFormat(), layer.inputFormat()))
                : Optional.empty();
        this.module = new Verilog(name);
    }

    static Verilog of(String name, QuantizedLayer layer, QuantizedAffine affine, Folding folding, boolean isFabric) {
        return new MatrixUnitVerilog(name, layer, affine, folding, isFabric).write();
    }

    private Verilog write() {
        control();
        vector();
        rom("weights", inputFolds * outputFolds, folding.multipliers(), weightBits, "fold", this::weight);
        List<List<Wire>> terms = packed.isPresent() ? packedTerms(packed.get()) : terms();
        List<Wire> sums = new ArrayList<>();
        for (int pe = 0; pe < folding.pe(); pe++) {
            sums.add(module.sum("sum" + pe, terms.get(pe)));
        }
        accumulate(sums, delay(terms.get(0).size()));
        return module;
    }

    private List<List<Wire>> terms() {
        return IntStream.range(0, folding.pe())
                .mapToObj(pe -> IntStream.range(0, folding.simd())
                        .mapToObj(lane -> product(pe, lane))
                        .toList())
                .toList();
    }

    private List<List<Wire>> packedTerms(PackedSlice slice) {
        PackedVerilog verilog = new PackedVerilog(module, slice);
        List<List<Wire>> terms = new ArrayList<>();
        for (int pe = 0; pe < folding.pe(); pe += 2) {
            int first = pe;
            PackedVerilog.Sums sums = verilog.terms(
                    "" + pe,
                    IntStream.range(0, folding.simd())
                            .mapToObj(lane -> new PackedVerilog.Operands(
                                    weightSlice(first, lane), weightSlice(first + 1, lane), inputSlice(lane)))
                            .toList());
            terms.add(sums.first());
            terms.add(sums.second());
        }
        return terms;
    }

    /** Cycles from a vector's word to its sum. */
    private int delay(int terms) {
        int levels = terms == 1 ? 0 : Verilog.counterBits(terms);
        int products = packed.isPresent() ? 1 + PackedVerilog.DELAY : 2;
        return levels + products + (isKeptInBlock() ? 1 : 0);
    }

    private String inputSlice(int lane) {
        return slice("x", lane, inputBits, layer.inputFormat().signed());
    }

    private String weightSlice(int pe, int lane) {
        return slice(
                "weights",
                pe * folding.simd() + lane,
                weightBits,
                affine.weightFormat().signed());
    }

    private boolean isKeptInBlock() {
        return outputFolds > 1 && inputFolds > ResourceModel.LUT_BITS;
    }

    private void control() {
        module.port("input", 1, "rst");
        module.port("input", 1, "in_valid");
        module.port("input", 1, "out_ready");
        module.port("input", folding.simd() * inputBits, "in");
        module.port("output", 1, "in_ready");
        module.port("output reg", 1, "out_valid");
        module.declare("wire ce = out_ready | ~out_valid;");
        module.declare("wire first_outputs;");
        module.declare("wire go = ce & (in_valid | ~first_outputs);");
        module.declare("assign in_ready = ce & first_outputs;");
        counter("input_fold", inputFolds, "go");
        counter("output_fold", outputFolds, "go & last_input_fold");
        counter("fold", inputFolds * outputFolds, "go");
        module.declare("assign first_outputs = output_fold == 0;");
    }

    private void counter(String name, int values, String step) {
        int bits = Verilog.counterBits(values);
        if (values == 1) {
            module.declare("wire %s = 0; wire last_%s = 1;", name, name);
            return;
        }
        module.declare("reg %s%s; wire last_%s = %s == %d;", Verilog.range(bits), name, name, name, values - 1);
        module.clock("if (rst) %s <= 0; else if (%s) %s <= last_%s ? 0 : %s + 1;", name, step, name, name, name);
    }

    /** The vector comes in with the first outputs, and is kept for the others. */
    private void vector() {
        int bits = folding.simd() * inputBits;
        module.declare("reg %sx;", Verilog.range(bits));
        if (outputFolds == 1) {
            module.clock("if (go) x <= in;");
        } else if (inputFolds == 1) {
            module.clock("if (go & first_outputs) x <= in;");
        } else if (isKeptInBlock()) {
            module.declare("(* ram_style = \"block\" *) reg %skept[0:%d];", Verilog.range(bits), inputFolds - 1);
            module.declare("reg %skept_word; reg %sin_word; reg was_first;", Verilog.range(bits), Verilog.range(bits));
            module.clock("if (go & first_outputs) kept[input_fold] <= in;");
            module.clock("if (ce) kept_word <= kept[input_fold];");
            module.clock("if (ce) begin in_word <= in; was_first <= first_outputs; end");
            module.clock("if (ce) x <= was_first ? in_word : kept_word;");
        } else {
            module.declare("(* ram_style = \"distributed\" *) reg %skept[0:%d];", Verilog.range(bits), inputFolds - 1);
            module.declare("wire %sword = first_outputs ? in : kept[input_fold];", Verilog.range(bits));
            module.clock("if (go & first_outputs) kept[input_fold] <= in;");
            module.clock("if (go) x <= word;");
        }
    }

    private interface Contents {
        long at(int word, int place);
    }

    private long weight(int fold, int place) {
        int output = fold / inputFolds * folding.pe() + place / folding.simd();
        int input = fold % inputFolds * folding.simd() + place % folding.simd();
        return affine.weights().get(output * affine.fanIn() + input);
    }

    private void rom(String name, int words, int places, int bits, String address, Contents contents) {
        module.rom(
                name,
                places * bits,
                words,
                ResourceModel.weightStorage(words) == WeightStorage.BRAM,
                word -> word(word, places, bits, contents),
                address);
    }

    private static String word(int word, int places, int bits, Contents contents) {
        BigInteger all = BigInteger.ZERO;
        BigInteger mask = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
        for (int place = places - 1; place >= 0; place--) {
            all = all.shiftLeft(bits)
                    .or(BigInteger.valueOf(contents.at(word, place)).and(mask));
        }
        return all.toString(16);
    }

    private Wire product(int pe, int lane) {
        String place = pe + "_" + lane;
        String x = inputSlice(lane);
        String weight = weightSlice(pe, lane);
        int bits = inputBits + weightBits;
        if (isFabric) {
            Wire a = new Wire("a" + place, inputBits);
            Wire b = new Wire("b" + place, weightBits);
            module.declare(
                    "wire %s%s%s = %s;",
                    layer.inputFormat().signed() ? "signed " : "",
                    Verilog.range(inputBits),
                    a.name(),
                    x.replaceAll("..signed.\\{1'b0, (.*)\\}\\)", "$1"));
            module.declare("wire signed %s%s = %s;", Verilog.range(weightBits), b.name(), weight);
            return module.register(
                    "p" + place,
                    bits,
                    FabricProduct.of(module, place, a, b, layer.inputFormat().signed()));
        }
        // In a slice: of two products that are added, one waits in its slice for the other's adder.
        return module.register("p" + place, bits, x + " * " + weight);
    }

    private static String slice(String vector, int place, int bits, boolean signed) {
        String part = vector + "[" + ((place + 1) * bits - 1) + ":" + place * bits + "]";
        return signed ? "$signed(" + part + ")" : "$signed({1'b0, " + part + "})";
    }

    private void accumulate(List<Wire> sums, int delay) {
        int bits = layer.accumulatorFormat().width();
        for (String flag : List.of("go", "input_fold == 0", "last_input_fold")) {
            String name = flag.replaceAll("\\W+.*", "") + "_at";
            module.declare("reg %s%s;", Verilog.range(delay), name);
            module.clock(
                    delay == 1 ? "if (ce) %1$s <= %2$s;" : "if (ce) %1$s <= {%1$s[%3$d:0], %2$s};",
                    name,
                    flag,
                    delay - 2);
        }
        counterAtSums(delay);
        rom("bias", outputFolds, folding.pe(), bits, "sum_fold", (word, pe) -> bias(word * folding.pe() + pe));
        for (int pe = 0; pe < folding.pe(); pe++) {
            module.declare("reg signed %sacc%d;", Verilog.range(bits), pe);
            module.clock(
                    "if (ce & go_at[%d]) acc%d <= %s + (input_fold_at[%d] ? %s : acc%d);",
                    delay - 1, pe, sums.get(pe).name(), delay - 1, slice("bias", pe, bits, true), pe);
        }
        finish(bits, delay);
    }

    private void counterAtSums(int delay) {
        counter(
                "sum_fold",
                outputFolds,
                "ce & go_at[" + Math.max(0, delay - 2) + "] & last_input_fold_at[" + Math.max(0, delay - 2) + "]");
    }

    private long bias(int output) {
        int shift =
                layer.accumulatorFormat().fractionBits() - affine.biasFormat().fractionBits();
        return affine.bias().get(output) << shift;
    }

    private void finish(int bits, int delay) {
        FixedPointFormat to = layer.outputFormat();
        int dropped = layer.accumulatorFormat().fractionBits() - to.fractionBits();
        module.port("output", folding.pe() * to.width(), "out");
        module.declare("reg acc_valid;");
        module.clock(
                "if (rst) acc_valid <= 0; else if (ce) acc_valid <= go_at[%d] & last_input_fold_at[%d];",
                delay - 1, delay - 1);
        module.clock("if (rst) out_valid <= 0; else if (ce) out_valid <= acc_valid;");
        for (int pe = 0; pe < folding.pe(); pe++) {
            int width = bits - dropped + 1;
            module.declare(
                    "wire signed %srounded%d = $signed(acc%d[%d:%d]) + $signed({1'b0, acc%d[%d]});",
                    Verilog.range(width), pe, pe, bits - 1, dropped, pe, dropped - 1);
            module.declare("reg signed %sr%d;", Verilog.range(width), pe);
            module.clock("if (ce) r%d <= rounded%d;", pe, pe);
            int valueBits = to.signed() ? to.width() - 1 : to.width();
            module.declare("reg %sout%d;", Verilog.range(to.width()), pe);
            module.declare("assign out[%d:%d] = out%d;", (pe + 1) * to.width() - 1, pe * to.width(), pe);
            String high = "r" + pe + "[" + (width - 2) + ":" + valueBits + "]";
            String cut = "r" + pe + "[" + (to.width() - 1) + ":0]";
            String most = to.width() + "'d" + to.maxRaw();
            String least = to.signed() && !layer.clamp().isRelu()
                    ? to.width() + "'d" + (to.minRaw() & ((1L << to.width()) - 1))
                    : "0";
            String below = layer.clamp().isRelu() || !to.signed()
                    ? "r" + pe + "[" + (width - 1) + "]"
                    : "r" + pe + "[" + (width - 1) + "] & ~&" + high;
            module.clock(
                    "if (ce) out%d <= %s ? %s : ~r%d[%d] & |%s ? %s : %s;",
                    pe, below, least, pe, width - 1, high, most, cut);
        }
    }
}
