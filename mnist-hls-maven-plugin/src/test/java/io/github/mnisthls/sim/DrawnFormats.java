/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.sim;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Random formats in a row in which neighbors often share a binary point or a range: there the modes decide. */
final class DrawnFormats {
    private static final List<Integer> USUAL_WIDTHS = List.of(1, 2, 8, 16, 17, 32, 33, 63, 64);

    private DrawnFormats() {}

    static List<FixedPointFormat> draw(Random random, int count) {
        List<FixedPointFormat> formats = new ArrayList<>();
        FixedPointFormat last = FixedPointFormat.signed(16, 8);
        for (int i = 0; i < count; i++) {
            last = next(random, last);
            formats.add(last);
        }
        return formats;
    }

    private static FixedPointFormat next(Random random, FixedPointFormat last) {
        int width =
                random.nextInt(3) == 0 ? anyOf(random, USUAL_WIDTHS) : between(random, 1, FixedPointFormat.MAX_WIDTH);
        boolean signed = random.nextBoolean();
        int integerBits =
                switch (random.nextInt(4)) {
                    case 0, 1 ->
                        last.integerBits() + (signed ? 1 : 0) - (last.signed() ? 1 : 0) + between(random, -1, 1);
                    case 2 -> width - last.fractionBits() + between(random, -2, 8);
                    default ->
                        random.nextInt(3) == 0
                                ? between(random, FixedPointFormat.MIN_INTEGER_BITS, FixedPointFormat.MAX_INTEGER_BITS)
                                : between(random, -4, width + 4);
                };
        return new FixedPointFormat(
                width,
                Math.max(FixedPointFormat.MIN_INTEGER_BITS, Math.min(FixedPointFormat.MAX_INTEGER_BITS, integerBits)),
                signed,
                anyOf(random, List.of(Rounding.values())),
                anyOf(random, List.of(Overflow.values())));
    }

    private static <T> T anyOf(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static int between(Random random, int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** The list as template arguments, one a line. */
    static String asCpp(List<FixedPointFormat> formats) {
        return formats.stream().map(FixedPointFormat::toString).collect(Collectors.joining(",\n", "", "\n"));
    }
}
