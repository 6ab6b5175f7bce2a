/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import io.github.mnisthls.quantization.LayerRange;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.RawRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What each accumulator must hold, did hold and can hold. Layers that only choose, move or look up values have none.
 *
 * @param images how many images were looked at
 */
public record AccumulatorTable(int schema, int images, List<Row> layers) {
    public static final String FILE = "accumulators.json";

    private static final int SCHEMA = 1;

    /**
     * One layer. All values are raw integers of the accumulator's format.
     *
     * @param provedMin      smallest result over all inputs; {@code provedMax} is the largest
     * @param partialSumsMin smallest sum of any of the terms in any order; {@code partialSumsMax} is the largest
     * @param seenMin        smallest result on the images; {@code seenMax} is the largest
     */
    public record Row(
            String layer,
            String format,
            int width,
            BigInteger provedMin,
            BigInteger provedMax,
            BigInteger partialSumsMin,
            BigInteger partialSumsMax,
            BigInteger seenMin,
            BigInteger seenMax) {}

    /**
     * Sets what was seen beside what was proved.
     *
     * @param images how many images were looked at
     * @param seen   on them, one for each layer of the network
     */
    public static AccumulatorTable of(Quantization quantization, int images, List<RawRange> seen) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            QuantizedLayer layer = quantization.network().layers().get(i);
            if (layer.accumulates()) {
                rows.add(row(layer, quantization.proofs().get(i), seen.get(i)));
            }
        }
        return new AccumulatorTable(SCHEMA, images, List.copyOf(rows));
    }

    private static Row row(QuantizedLayer layer, LayerRange proof, RawRange seen) {
        return new Row(
                layer.name(),
                layer.accumulatorFormat().toString(),
                layer.accumulatorFormat().width(),
                proof.accumulator().min(),
                proof.accumulator().max(),
                proof.partialSums().min(),
                proof.partialSums().max(),
                seen.min(),
                seen.max());
    }
}
