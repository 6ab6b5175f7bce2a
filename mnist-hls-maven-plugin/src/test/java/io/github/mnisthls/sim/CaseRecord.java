/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPoint;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * One case of {@code differential.cpp}, whose comment describes the members.
 *
 * @param low the lower 64 bits of the result
 */
record CaseRecord(Kind kind, int format, long a, long b, long low) {
    static final int BYTES = 40;

    /** The order is that of the C++ program. */
    enum Kind {
        FROM_DOUBLE,
        FROM_NEXT,
        SUM,
        DIFFERENCE,
        PRODUCT,
        COMPARISON,
        TO_DOUBLE
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    private static CaseRecord read(ByteBuffer bytes) {
        return new CaseRecord(
                KINDS.get(bytes.getInt()), bytes.getInt(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Computes every case of the file again and gives the number of those that Java can compute; all must agree. */
    static long compareWithJava(Path file, List<FixedPointFormat> formats) throws IOException {
        long compared = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] bytes = new byte[BYTES];
            while (in.readNBytes(bytes, 0, BYTES) == BYTES) {
                CaseRecord record = read(ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()));
                OptionalLong expected = record.expected(formats);
                if (expected.isPresent()) {
                    compared++;
                    if (expected.getAsLong() != record.low()) {
                        assertThat(Long.toHexString(record.low()))
                                .as(record.describe(formats))
                                .isEqualTo(Long.toHexString(expected.getAsLong()));
                    }
                }
            }
        }
        return compared;
    }

    private OptionalLong expected(List<FixedPointFormat> formats) {
        FixedPointFormat own = formats.get(format);
        FixedPointFormat next = formats.get((format + 1) % formats.size());
        return switch (kind) {
            case FROM_DOUBLE -> OptionalLong.of(own.quantize(Double.longBitsToDouble(a)));
            case FROM_NEXT -> OptionalLong.of(own.quantize(signExtended(a, next), next));
            case TO_DOUBLE -> OptionalLong.of(Double.doubleToLongBits(own.toDouble(signExtended(a, own))));
            case SUM, DIFFERENCE, PRODUCT -> combined(value(a, own), value(b, next));
            case COMPARISON -> OptionalLong.of(order(value(a, own).compareValue(value(b, next))));
        };
    }

    private OptionalLong combined(FixedPoint left, FixedPoint right) {
        boolean fits = kind == Kind.PRODUCT
                ? left.format().width() + right.format().width() <= FixedPointFormat.MAX_WIDTH
                : Math.max(left.format().integerBits(), right.format().integerBits())
                                + 2
                                + Math.max(
                                        left.format().fractionBits(),
                                        right.format().fractionBits())
                        <= FixedPointFormat.MAX_WIDTH;
        int integerBits = left.format().integerBits() + right.format().integerBits();
        boolean inRange = kind != Kind.PRODUCT
                || (integerBits >= FixedPointFormat.MIN_INTEGER_BITS
                        && integerBits <= FixedPointFormat.MAX_INTEGER_BITS);
        if (!fits || !inRange) {
            return OptionalLong.empty();
        }
        FixedPoint result =
                switch (kind) {
                    case SUM -> left.plus(right);
                    case DIFFERENCE -> left.minus(right);
                    default -> left.times(right);
                };
        return OptionalLong.of(result.raw());
    }

    private static long order(int comparison) {
        return comparison < 0 ? 1 : comparison == 0 ? 2 : 4;
    }

    private static FixedPoint value(long bits, FixedPointFormat format) {
        return new FixedPoint(signExtended(bits, format), format);
    }

    private static long signExtended(long bits, FixedPointFormat format) {
        int unused = FixedPointFormat.MAX_WIDTH - format.width();
        return format.signed() ? bits << unused >> unused : bits;
    }

    private String describe(List<FixedPointFormat> formats) {
        return kind + " of " + formats.get(format) + " and " + formats.get((format + 1) % formats.size()) + ", a "
                + Long.toHexString(a) + ", b " + Long.toHexString(b);
    }
}
