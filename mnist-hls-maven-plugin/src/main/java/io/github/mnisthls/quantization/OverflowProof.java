/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact worst case of every accumulator over all images, from the actual weights. The ranges of a layer's inputs are
 * those that the layers before it can give, channel by channel, beginning with the entries of the pixel tables.
 */
public final class OverflowProof {
    private OverflowProof() {}

    /**
     * One proof per layer.
     *
     * @throws IllegalArgumentException if an accumulator can overflow; the message names the layer and the range
     */
    public static List<LayerRange> of(QuantizedNetwork network) {
        List<LayerRange> proofs = new ArrayList<>();
        List<List<RawRange>> values = new ArrayList<>();
        values.add(inputRanges(network.input()));
        for (QuantizedNode node : network.nodes()) {
            LayerRange proof =
                    of(node.layer(), node.inputs().stream().map(values::get).toList());
            proofs.add(proof);
            values.add(proof.converted());
        }
        return List.copyOf(proofs);
    }

    /** Per channel, what the pixel table gives. */
    static List<RawRange> inputRanges(QuantizedInput input) {
        return IntStream.range(0, input.shape().channels())
                .mapToObj(input::table)
                .map(OverflowProof::range)
                .toList();
    }

    private static RawRange range(RawVector table) {
        RawRange range = RawRange.of(table.get(0), table.get(0));
        for (int pixel = 1; pixel < table.size(); pixel++) {
            range = range.hull(RawRange.of(table.get(pixel), table.get(pixel)));
        }
        return range;
    }

    /** @param inputs per input and channel, all that it can be */
    static LayerRange of(QuantizedLayer layer, List<List<RawRange>> inputs) {
        Sums sums = layer.sums(inputs);
        FixedPointFormat accumulator = layer.accumulatorFormat();
        check(layer.name(), accumulator, sums.hull());
        List<RawRange> converted = sums.results().stream()
                .map(result -> convert(layer.clamp().apply(result), accumulator, layer.outputFormat()))
                .toList();
        return new LayerRange(
                layer.name(), RawRange.hull(sums.results()), sums.hull(), accumulator.fractionBits(), converted);
    }

    /**
     * Holds a layer against a proof that was made of it.
     *
     * @throws IllegalArgumentException if the accumulator is narrower than its proved range
     */
    static void check(QuantizedLayer layer, LayerRange proof) {
        check(layer.name(), layer.accumulatorFormat(), proof.partialSums());
    }

    private static void check(String layer, FixedPointFormat accumulator, RawRange partialSums) {
        if (!RawRange.of(accumulator).contains(partialSums)) {
            throw new IllegalArgumentException("the accumulator " + accumulator + " of layer " + layer
                    + " can overflow: its sums are from " + partialSums);
        }
    }

    /** Saturation keeps the order, so that the ends of the range tell all; other modes may jump. */
    private static RawRange convert(RawRange range, FixedPointFormat from, FixedPointFormat to) {
        if (from.equals(to)) {
            return range;
        }
        boolean ordered = to.overflow() == Overflow.AP_SAT || to.overflow() == Overflow.AP_SAT_SYM;
        if (ordered || fits(range, from, to)) {
            BigInteger min = RawRange.integer(to.quantize(range.min().longValue(), from), to);
            BigInteger max = RawRange.integer(to.quantize(range.max().longValue(), from), to);
            return new RawRange(min, max);
        }
        return RawRange.of(to).hull(RawRange.ZERO);
    }

    /** Whether no value of the range can be out of range in the other format, whichever way it is rounded. */
    static boolean fits(RawRange range, FixedPointFormat from, FixedPointFormat to) {
        int shift = to.fractionBits() - from.fractionBits();
        BigInteger below = range.min().shiftLeft(shift);
        BigInteger above = range.max().negate().shiftLeft(shift).negate();
        return RawRange.of(to).contains(new RawRange(below, above));
    }
}
