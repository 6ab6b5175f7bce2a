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
import java.util.Optional;

/**
 * One case of the C++ programs; {@code cases.h} describes the members.
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
        ADD_TO,
        SUBTRACT_FROM,
        MULTIPLY_BY,
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
                Optional<Long> expected = record.expected(formats);
                if (expected.isPresent()) {
                    compared++;
                    if (record.low() != expected.get()) {
                        assertThat(Long.toHexString(record.low()))
                                .as(record.describe(formats))
                                .isEqualTo(Long.toHexString(expected.get()));
                    }
                }
            }
        }
        return compared;
    }

    private Optional<Long> expected(List<FixedPointFormat> formats) {
        FixedPointFormat own = formats.get(format);
        FixedPointFormat next = formats.get((format + 1) % formats.size());
        return switch (kind) {
            case FROM_DOUBLE -> Optional.of(own.quantize(Double.longBitsToDouble(a)));
            case FROM_NEXT -> Optional.of(own.quantize(signExtended(a, next), next));
            case TO_DOUBLE -> Optional.of(Double.doubleToLongBits(own.toDouble(signExtended(a, own))));
            case SUM, DIFFERENCE, PRODUCT ->
                combined(value(a, own), value(b, next)).map(FixedPoint::raw);
            case ADD_TO, SUBTRACT_FROM, MULTIPLY_BY ->
                combined(value(a, own), value(b, next))
                        .map(result -> result.to(own).raw());
            case COMPARISON -> Optional.of(order(compare(value(a, own), value(b, next))));
        };
    }

    /** The exact result, unless Java's formats are too small for it. */
    private Optional<FixedPoint> combined(FixedPoint left, FixedPoint right) {
        boolean isProduct = kind == Kind.PRODUCT || kind == Kind.MULTIPLY_BY;
        int leftInteger = left.format().integerBits();
        int rightInteger = right.format().integerBits();
        int leftFraction = left.format().fractionBits();
        int rightFraction = right.format().fractionBits();
        int integer = isProduct ? leftInteger + rightInteger : Math.max(leftInteger, rightInteger) + 2;
        int fraction = isProduct ? leftFraction + rightFraction : Math.max(leftFraction, rightFraction);
        if (integer + fraction > FixedPointFormat.MAX_WIDTH
                || integer < FixedPointFormat.MIN_INTEGER_BITS
                || integer > FixedPointFormat.MAX_INTEGER_BITS) {
            return Optional.empty();
        }
        return Optional.of(
                switch (kind) {
                    case SUM, ADD_TO -> left.plus(right);
                    case DIFFERENCE, SUBTRACT_FROM -> left.minus(right);
                    default -> left.times(right);
                });
    }

    /** As C does: an unsigned number of at least 32 bits that is no narrower than the signed one makes both unsigned. */
    private static int compare(FixedPoint left, FixedPoint right) {
        FixedPointFormat l = left.format();
        FixedPointFormat r = right.format();
        int missing = l.fractionBits() - r.fractionBits();
        int leftWidth = Math.max(missing < 0 ? l.width() - missing + 1 : l.width(), 1);
        int rightWidth = Math.max(missing > 0 ? r.width() + missing : r.width(), 1);
        int signed = l.signed() ? leftWidth : rightWidth;
        int unsigned = l.signed() ? rightWidth : leftWidth;
        boolean negative = (l.signed() && left.raw() < 0) || (r.signed() && right.raw() < 0);
        int exact = left.compareValue(right);
        return l.signed() != r.signed() && unsigned >= 32 && unsigned >= signed && negative ? -exact : exact;
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
