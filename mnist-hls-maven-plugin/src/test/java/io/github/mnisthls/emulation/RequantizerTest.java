/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.emulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.fixedpoint.Overflow;
import io.github.mnisthls.fixedpoint.Rounding;
import io.github.mnisthls.quantization.Clamp;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequantizerTest {
    private static final int FORMATS = 3000;
    private static final int VALUES = 64;

    /** Against the general conversion, which is checked on its own. */
    @ParameterizedTest
    @EnumSource(Rounding.class)
    void convertsAsTheFormatDoes(Rounding rounding) {
        Random random = new Random(rounding.name().hashCode());
        for (int i = 0; i < FORMATS; i++) {
            boolean narrow = random.nextBoolean();
            boolean signed = random.nextInt(4) > 0;
            int widest = (narrow ? Requantizer.MAX_INT_BITS : Long.SIZE) - (signed ? 0 : 1);
            int width = 1 + random.nextInt(widest);
            FixedPointFormat from =
                    new FixedPointFormat(width, random.nextInt(20) - 4, signed, Rounding.AP_TRN, Overflow.AP_WRAP);
            FixedPointFormat to = target(random, from, rounding, narrow);
            Clamp clamp = clamp(random, from);
            check(from, to, clamp, narrow, random);
        }
    }

    private static FixedPointFormat target(Random random, FixedPointFormat from, Rounding rounding, boolean narrow) {
        int width = 1 + random.nextInt(narrow ? 30 : 62);
        int dropped = random.nextInt(12) - 2;
        Overflow overflow = random.nextBoolean() ? Overflow.AP_SAT : Overflow.valueOf(overflowName(random));
        return new FixedPointFormat(
                width, width - from.fractionBits() + dropped, random.nextBoolean(), rounding, overflow);
    }

    private static Clamp clamp(Random random, FixedPointFormat from) {
        long end = Math.min(from.maxRaw(), 100);
        return switch (random.nextInt(3)) {
            case 0 -> Clamp.NONE;
            case 1 -> Clamp.RELU;
            default -> new Clamp(Optional.of(Math.max(from.minRaw(), -3)), Optional.of(end));
        };
    }

    private static String overflowName(Random random) {
        return new String[] {"AP_SAT_SYM", "AP_SAT_ZERO", "AP_WRAP"}[random.nextInt(3)];
    }

    private static void check(FixedPointFormat from, FixedPointFormat to, Clamp clamp, boolean narrow, Random random) {
        long[] accumulators = new long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            long bits = random.nextInt(3) == 0 ? random.nextInt(64) - 32 : random.nextLong();
            accumulators[i] = from.signed()
                    ? bits << (Long.SIZE - from.width()) >> (Long.SIZE - from.width())
                    : bits << (Long.SIZE - from.width()) >>> (Long.SIZE - from.width());
        }
        accumulators[0] = from.minRaw();
        accumulators[1] = from.maxRaw();
        long[] expected = Arrays.stream(accumulators)
                .map(raw -> to.quantize(clamp.apply(raw), from))
                .toArray();

        Requantizer requantizer = new Requantizer(from, to, clamp, narrow);
        Activations toLongs = Activations.create(false, true, 1, VALUES);
        Activations toInts = Activations.create(true, false, 1, VALUES);
        if (narrow) {
            int[] ints = Arrays.stream(accumulators).mapToInt(Math::toIntExact).toArray();
            requantizer.apply(ints, toLongs, 0);
            requantizer.apply(ints, toInts, 0);
        } else {
            requantizer.apply(accumulators, toLongs, 0);
            requantizer.apply(accumulators, toInts, 0);
        }

        String what = from + " to " + to + " with " + clamp + (narrow ? " as ints" : " as longs");
        assertThat(toLongs.longs[0]).as(what).isEqualTo(expected);
        assertThat(toInts.ints[0])
                .as(what)
                .isEqualTo(Arrays.stream(expected).mapToInt(raw -> (int) raw).toArray());
    }
}
