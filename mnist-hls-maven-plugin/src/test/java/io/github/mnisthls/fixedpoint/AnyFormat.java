/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.fixedpoint;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.domains.DomainContextBase;

/** All supported formats, and raw values in them with the edges favored. */
public class AnyFormat extends DomainContextBase {
    @Provide
    public Arbitrary<FixedPointFormat> formats() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, FixedPointFormat.MAX_WIDTH),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-8, 24),
                                Arbitraries.integers()
                                        .between(FixedPointFormat.MIN_INTEGER_BITS, FixedPointFormat.MAX_INTEGER_BITS)),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Rounding.class),
                        Arbitraries.of(Overflow.class))
                .as(FixedPointFormat::new);
    }

    @Provide
    public Arbitrary<FixedPoint> values() {
        return formats().flatMap(AnyFormat::valuesOf);
    }

    /** A value and a format whose binary point is near, so that roundings and ties are common. */
    @Provide
    public Arbitrary<Tuple2<FixedPoint, FixedPointFormat>> conversions() {
        return Combinators.combine(values(), formats(), Arbitraries.integers().between(-3, 8))
                .as((value, format, dropped) -> {
                    int integer = format.width() - value.format().fractionBits() + dropped;
                    boolean near = integer >= FixedPointFormat.MIN_INTEGER_BITS
                            && integer <= FixedPointFormat.MAX_INTEGER_BITS
                            && dropped < 8;
                    return Tuple.of(
                            value,
                            near
                                    ? new FixedPointFormat(
                                            format.width(),
                                            integer,
                                            format.signed(),
                                            format.rounding(),
                                            format.overflow())
                                    : format);
                });
    }

    private static Arbitrary<FixedPoint> valuesOf(FixedPointFormat format) {
        return Arbitraries.oneOf(
                        Arbitraries.longs(),
                        Arbitraries.longs().between(-40, 40),
                        Arbitraries.longs().between(0, 3).map(below -> format.maxRaw() - below),
                        Arbitraries.longs().between(0, 3).map(above -> format.minRaw() + above))
                .map(bits -> new FixedPoint(Conversion.wrap(bits, format), format));
    }
}
