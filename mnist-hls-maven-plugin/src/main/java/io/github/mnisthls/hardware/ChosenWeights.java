/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntBinaryOperator;

/**
 * Products of lookup tables of one input and several weights, each one of a few constants: rows as of
 * {@link Fabric#product}, without the bits that are never set, and with what two of them need made once.
 */
final class ChosenWeights {
    /** More constants hardly have two bits alike. */
    static final int MOST = 8;

    /** A gate that no constant opens: there is nothing. */
    private static final int NEVER = 0;

    /** Bits of a gate's number that say which bit of the input it lets through; the others say for which constants. */
    private static final int INPUT_BITS = 6;

    /** A row's gates, from the bit {@code shift} on, lowest first. */
    private static final class Row {
        private final int[] gates;
        private final int shift;
        private final boolean isNegative;

        Row(int[] gates, int shift, boolean isNegative) {
            this.gates = gates;
            this.shift = shift;
            this.isNegative = isNegative;
        }

        int at(int place) {
            return place >= shift && place < end() ? gates[place - shift] : NEVER;
        }

        int end() {
            return shift + gates.length;
        }

        boolean isNever() {
            return Arrays.stream(gates).allMatch(gate -> gate == NEVER);
        }
    }

    private final FixedPointFormat input;
    private final FixedPointFormat weight;
    private final int always;
    private final BitSet made = new BitSet();
    private long luts;
    private long registers;

    /**
     * No product yet.
     *
     * @param constants how many, at most {@link #MOST}
     */
    ChosenWeights(FixedPointFormat input, FixedPointFormat weight, int constants) {
        this.input = input;
        this.weight = weight;
        this.always = (1 << constants) - 1;
    }

    /** All products, each registered. */
    Resources resources() {
        return new Resources(luts + made.cardinality(), registers, 0, 0, 0);
    }

    /** One more product, with a weight that is one of these. */
    void multiply(long[] constants) {
        int[] columns = new int[weight.width()];
        for (int bit = 0; bit < columns.length; bit++) {
            columns[bit] = column(constants, bit);
        }
        Row product = sum(
                weight.width() <= input.width()
                        ? rows(
                                weight.width(),
                                input.width(),
                                weight.signed(),
                                (row, place) -> gate(place, columns[row]))
                        : rows(
                                input.width(),
                                weight.width(),
                                input.signed(),
                                (row, place) -> gate(row, columns[place])));
        for (int gate : product.gates) {
            make(gate);
            registers += gate == NEVER ? 0 : 1;
        }
    }

    /** Of which constants a bit is set. */
    private static int column(long[] constants, int bit) {
        int column = 0;
        for (int i = 0; i < constants.length; i++) {
            column |= (int) (constants[i] >> bit & 1) << i;
        }
        return column;
    }

    /** One for each bit of the narrower factor; the highest bit of a signed one counts negatively. */
    private static Row[] rows(int count, int bits, boolean signed, IntBinaryOperator gate) {
        Row[] rows = new Row[count];
        for (int i = 0; i < count; i++) {
            int[] gates = new int[bits];
            for (int place = 0; place < bits; place++) {
                gates[place] = gate.applyAsInt(i, place);
            }
            rows[i] = new Row(gates, i, signed && i == count - 1);
        }
        return rows;
    }

    private static int gate(int input, int column) {
        return column == 0 ? NEVER : column << INPUT_BITS | input;
    }

    private Row sum(Row[] rows) {
        int left = rows.length;
        while (left > 1) {
            for (int i = 0; i + 1 < left; i += 2) {
                rows[i / 2] = sum(rows[i], rows[i + 1]);
            }
            rows[left / 2] = left % 2 > 0 ? rows[left - 1] : rows[left / 2];
            left -= left / 2;
        }
        return rows[0];
    }

    private Row sum(Row low, Row high) {
        if (high.isNever()) {
            return low;
        }
        if (low.isNever() && !high.isNegative) {
            return high;
        }
        int end = Math.max(low.end(), high.end());
        int[] gates = new int[end + 1 - low.shift];
        // Below the higher row's, bits pass.
        for (int place = low.shift; place < high.shift; place++) {
            make(low.at(place));
            gates[place - low.shift] = low.at(place) == NEVER ? NEVER : wire();
        }
        // A table adds two bits, and the chain takes one of them from beside it.
        for (int place = high.shift; place < end; place++) {
            if (high.at(place) != NEVER) {
                make(low.at(place));
            }
            luts++;
            gates[place - low.shift] = wire();
        }
        gates[end - low.shift] = wire();
        return new Row(gates, low.shift, false);
    }

    /** By a table, once, unless it is there. */
    private void make(int gate) {
        if (gate != NEVER && gate >> INPUT_BITS != always) {
            made.set(gate);
        }
    }

    private int wire() {
        return gate(0, always);
    }
}
