/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Slow
@Domain(AnyFormat.class)
class FixedPointPropertiesTest {
    @Property(tries = 6_000)
    void aConversionIsWhatDecimalArithmeticGives(@ForAll Tuple2<FixedPoint, FixedPointFormat> conversion) {
        FixedPoint from = conversion.get1();
        FixedPointFormat target = conversion.get2();
        Assume.that(!from.format().equals(target));

        assertThat(DecimalOracle.raw(target.quantize(from.raw(), from.format()), target))
                .isEqualTo(DecimalOracle.quantize(exact(from), target));
    }

    @Property(tries = 5_000)
    @Domain(DomainContext.Global.class)
    @Domain(AnyFormat.class)
    void aDoubleBecomesWhatDecimalArithmeticGives(@ForAll long bits, @ForAll FixedPointFormat target) {
        double any = Double.longBitsToDouble(bits);
        Assume.that(Double.isFinite(any));
        double near = Math.scalb(Math.scalb(1.0, -52) * (bits >> 11), (int) (bits & 15) - target.fractionBits());

        Assume.that(Float.isFinite((float) near));

        for (double value : new double[] {any, near, (float) near}) {
            assertThat(DecimalOracle.raw(target.quantize(value), target))
                    .as("%s in %s", value, target)
                    .isEqualTo(DecimalOracle.quantize(new BigDecimal(value), target));
        }
    }

    @Property
    void convertingTwiceChangesNothing(@ForAll Tuple2<FixedPoint, FixedPointFormat> conversion) {
        FixedPoint once = conversion.get1().to(conversion.get2());
        FixedPointFormat sameBits = truncating(conversion.get2());

        assertThat(once.to(sameBits).raw()).isEqualTo(once.raw());
        assertThat(once.to(sameBits).to(conversion.get2()).raw()).isEqualTo(once.raw());
    }

    @Property
    void saturatingConversionsKeepTheOrder(
            @ForAll FixedPoint one, @ForAll FixedPoint other, @ForAll FixedPointFormat target) {
        Assume.that(target.overflow() == Overflow.AP_SAT || target.overflow() == Overflow.AP_SAT_SYM);
        FixedPoint smaller = one.compareValue(other) <= 0 ? one : other;
        FixedPoint larger = smaller.equals(one) ? other : one;

        assertThat(smaller.to(target).compareValue(larger.to(target))).isLessThanOrEqualTo(0);
    }

    @Property
    void anErrorStaysBelowTheModesBound(@ForAll Tuple2<FixedPoint, FixedPointFormat> conversion) {
        FixedPoint from = conversion.get1();
        FixedPointFormat target = conversion.get2();
        BigDecimal step = DecimalOracle.value(BigInteger.ONE, target.fractionBits());
        FixedPoint result = from.to(target);
        BigDecimal lowest = exact(new FixedPoint(target.minRaw(), target));
        BigDecimal highest = exact(new FixedPoint(target.maxRaw(), target));
        Assume.that(exact(from).compareTo(lowest) >= 0 && exact(from).compareTo(highest) <= 0);

        BigDecimal error = exact(result).subtract(exact(from));
        switch (target.rounding()) {
            case AP_TRN -> assertThat(error).isNotPositive().isGreaterThan(step.negate());
            case AP_TRN_ZERO -> {
                assertThat(error.abs()).isLessThan(step);
                assertThat(exact(result).abs()).isLessThanOrEqualTo(exact(from).abs());
            }
            default -> assertThat(error.abs().add(error.abs())).isLessThanOrEqualTo(step);
        }
    }

    @Property
    void wrappingIsCongruentModuloTheWidth(@ForAll FixedPoint from, @ForAll FixedPointFormat any) {
        FixedPointFormat target = truncating(any);
        BigInteger floor = exact(from)
                .multiply(new BigDecimal(BigInteger.TWO.pow(Math.max(target.fractionBits(), 0))))
                .divide(new BigDecimal(BigInteger.TWO.pow(Math.max(-target.fractionBits(), 0))))
                .setScale(0, java.math.RoundingMode.FLOOR)
                .toBigIntegerExact();

        BigInteger result = DecimalOracle.raw(from.to(target).raw(), target);
        assertThat(result.subtract(floor).mod(BigInteger.TWO.pow(target.width())))
                .isEqualTo(BigInteger.ZERO);
    }

    @Property(tries = 5_000)
    void sumsDifferencesAndProductsAreExact(@ForAll FixedPoint left, @ForAll FixedPoint right) {
        if (width(left, right) <= FixedPointFormat.MAX_WIDTH && integers(left, right)) {
            assertThat(exact(left.plus(right))).isEqualByComparingTo(exact(left).add(exact(right)));
            assertThat(exact(left.minus(right)))
                    .isEqualByComparingTo(exact(left).subtract(exact(right)));
        } else {
            assertThatThrownBy(() -> left.plus(right)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> left.minus(right)).isInstanceOf(IllegalArgumentException.class);
        }
        int productIntegers = left.format().integerBits() + right.format().integerBits();
        if (left.format().width() + right.format().width() <= FixedPointFormat.MAX_WIDTH
                && productIntegers >= FixedPointFormat.MIN_INTEGER_BITS
                && productIntegers <= FixedPointFormat.MAX_INTEGER_BITS) {
            assertThat(exact(left.times(right)))
                    .isEqualByComparingTo(exact(left).multiply(exact(right)));
        } else {
            assertThatThrownBy(() -> left.times(right)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void comparisonIsThatOfTheNumbers(@ForAll FixedPoint left, @ForAll FixedPoint right) {
        assertThat(Integer.signum(left.compareValue(right)))
                .isEqualTo(exact(left).compareTo(exact(right)));
    }

    @Property
    void aDoubleIsTheNearestOne(@ForAll FixedPoint value) {
        assertThat(value.format().toDouble(value.raw())).isEqualTo(exact(value).doubleValue());
    }

    @Property
    void everyFormatIsReadBackFromItsSpelling(@ForAll FixedPointFormat format) {
        assertThat(FixedPointFormat.parse(format.toString())).isEqualTo(format);
    }

    private static int width(FixedPoint left, FixedPoint right) {
        int fraction = Math.max(left.format().fractionBits(), right.format().fractionBits());
        return integerBits(left, right) + fraction;
    }

    private static boolean integers(FixedPoint left, FixedPoint right) {
        int bits = integerBits(left, right);
        return bits >= FixedPointFormat.MIN_INTEGER_BITS && bits <= FixedPointFormat.MAX_INTEGER_BITS;
    }

    private static int integerBits(FixedPoint left, FixedPoint right) {
        boolean signed = left.format().signed() || right.format().signed();
        int leftBits = left.format().integerBits() + (signed && !left.format().signed() ? 1 : 0);
        int rightBits =
                right.format().integerBits() + (signed && !right.format().signed() ? 1 : 0);
        return Math.max(leftBits, rightBits) + 1;
    }

    private static BigDecimal exact(FixedPoint value) {
        return DecimalOracle.value(
                DecimalOracle.raw(value.raw(), value.format()), value.format().fractionBits());
    }

    /** The same bits with the modes that lose nothing but what does not fit. */
    private static FixedPointFormat truncating(FixedPointFormat format) {
        return new FixedPointFormat(
                format.width(), format.integerBits(), format.signed(), Rounding.AP_TRN, Overflow.AP_WRAP);
    }
}
