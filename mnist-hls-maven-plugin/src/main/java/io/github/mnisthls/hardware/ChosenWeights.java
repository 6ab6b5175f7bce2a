/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Products of lookup tables of one input and several weights, each one of a few constants: rows as of
 * {@link Fabric#product}, without the bits that are never set, and with what two of them need made once.
 */
final class ChosenWeights {
    /**
     * A bit of a row: one of the input, for some of the constants.
     *
     * @param input  which one
     * @param chosen a bit for each of the constants
     */
    private record Gate(int input, int chosen) {}

    /** The bits from {@code shift} on, lowest first. */
    private record Row(List<Gate> gates, int shift, boolean negative) {
        Gate at(int place) {
            return place >= shift && place < end() ? gates.get(place - shift) : NEVER;
        }

        int end() {
            return shift + gates.size();
        }
    }

    private static final Gate NEVER = new Gate(0, 0);

    private final FixedPointFormat input;
    private final FixedPointFormat weight;
    private final Gate wire;
    private final Set<Gate> made = new HashSet<>();
    private Resources sum = Resources.NONE;

    /**
     * No product yet.
     *
     * @param constants how many, at most as many as an integer has bits
     */
    ChosenWeights(FixedPointFormat input, FixedPointFormat weight, int constants) {
        this.input = input;
        this.weight = weight;
        this.wire = new Gate(0, (1 << constants) - 1);
    }

    /** All products, each registered. */
    Resources resources() {
        return sum.plus(Fabric.luts(made.size()));
    }

    /** One more product, with a weight that is one of these. */
    void multiply(long[] constants) {
        int[] columns = IntStream.range(0, weight.width())
                .map(bit -> column(constants, bit))
                .toArray();
        Row product = sum(weight.width() <= input.width() ? rowsOfWeight(columns) : rowsOfInput(columns));
        product.gates().forEach(this::make);
        sum = sum.plus(Fabric.registers(
                product.gates().stream().filter(gate -> !isNever(gate)).count()));
    }

    /** Of which constants a bit is set. */
    private static int column(long[] constants, int bit) {
        return IntStream.range(0, constants.length)
                .filter(i -> (constants[i] >> bit & 1) == 1)
                .reduce(0, (column, i) -> column | 1 << i);
    }

    /** One for each bit of the weight; the highest bit of a signed one counts negatively. */
    private List<Row> rowsOfWeight(int[] columns) {
        return IntStream.range(0, columns.length)
                .mapToObj(bit -> new Row(
                        IntStream.range(0, input.width())
                                .mapToObj(place -> new Gate(place, columns[bit]))
                                .toList(),
                        bit,
                        weight.signed() && bit == columns.length - 1))
                .toList();
    }

    /** One for each bit of the input. */
    private List<Row> rowsOfInput(int[] columns) {
        return IntStream.range(0, input.width())
                .mapToObj(bit -> new Row(
                        IntStream.of(columns)
                                .mapToObj(column -> new Gate(bit, column))
                                .toList(),
                        bit,
                        input.signed() && bit == input.width() - 1))
                .toList();
    }

    private Row sum(List<Row> rows) {
        List<Row> left = rows;
        while (left.size() > 1) {
            List<Row> next = new ArrayList<>();
            for (int i = 0; i + 1 < left.size(); i += 2) {
                next.add(sum(left.get(i), left.get(i + 1)));
            }
            if (left.size() % 2 > 0) {
                next.add(left.get(left.size() - 1));
            }
            left = next;
        }
        return left.get(0);
    }

    private Row sum(Row low, Row high) {
        if (high.gates().stream().allMatch(ChosenWeights::isNever)) {
            return low;
        }
        if (low.gates().stream().allMatch(ChosenWeights::isNever) && !high.negative()) {
            return high;
        }
        List<Gate> result = new ArrayList<>();
        // Below the higher row's, bits pass.
        for (int place = low.shift(); place < high.shift(); place++) {
            result.add(make(low.at(place)));
        }
        int end = Math.max(low.end(), high.end());
        for (int place = high.shift(); place < end; place++) {
            // A table adds two bits, and the chain takes one of them from beside it.
            sum = sum.plus(Fabric.luts(1));
            if (!isNever(high.at(place))) {
                make(low.at(place));
            }
            result.add(wire);
        }
        result.add(wire);
        return new Row(result, low.shift(), false);
    }

    /** By a table, once, unless it is there. */
    private Gate make(Gate gate) {
        if (isNever(gate)) {
            return gate;
        }
        if (gate.chosen() != wire.chosen()) {
            made.add(gate);
        }
        return wire;
    }

    private static boolean isNever(Gate gate) {
        return gate.chosen() == 0;
    }
}
