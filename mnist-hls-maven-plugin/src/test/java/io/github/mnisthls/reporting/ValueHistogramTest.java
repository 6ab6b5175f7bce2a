/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ValueHistogramTest {
    /** Steps of 1/4 from -2 to 1.75. */
    private static final FixedPointFormat FORMAT = FixedPointFormat.signed(4, 2);

    @Test
    void countsByHighestBit() {
        ValueHistogram histogram = of(FORMAT, 0, -0.0, 0.25, 0.4999, 0.5, 1, 1.75, -1, -1.99, -0.3);

        assertThat(histogram.lowestExponent()).isEqualTo(-2);
        assertThat(histogram.endExponent()).isEqualTo(1);
        assertThat(histogram.positive()).containsExactly(2L, 1L, 2L);
        assertThat(histogram.negative()).containsExactly(1L, 0L, 2L);
        assertThat(histogram.zeros()).isEqualTo(2);
        assertThat(histogram.count()).isEqualTo(10);
        assertThat(histogram.min()).isEqualTo(-1.99);
        assertThat(histogram.max()).isEqualTo(1.75);
    }

    @Test
    void countsWhatTheFormatLoses() {
        ValueHistogram histogram = of(FORMAT, 0.124, 0.125, -0.124, 1.75, 1.76, -2, -2.01);

        assertThat(histogram.vanishing()).isEqualTo(2);
        assertThat(histogram.outside()).isEqualTo(2);
        assertThat(histogram.formatLowExponent()).isEqualTo(-2);
        assertThat(histogram.formatHighExponent()).isEqualTo(1);
        assertThat(of(FixedPointFormat.unsigned(4, 2), -0.5).outside()).isEqualTo(1);
        assertThat(of(FixedPointFormat.unsigned(4, 2)).formatHighExponent()).isEqualTo(2);
    }

    @Test
    void mayHoldNothing() {
        ValueHistogram histogram = of(FORMAT);

        assertThat(histogram.positive()).isEmpty();
        assertThat(List.of(histogram.min(), histogram.max())).containsOnly(0.0);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> of(FORMAT, Double.NaN)).hasMessageContaining("finite numbers only, not NaN");
    }

    @Property
    void everyValueIsCountedOnceAndInItsPlace(@ForAll @Size(max = 50) List<Double> values) {
        ValueHistogram histogram =
                of(FORMAT, values.stream().mapToDouble(Double::doubleValue).toArray());

        assertThat(histogram.zeros() + sum(histogram.positive()) + sum(histogram.negative()))
                .isEqualTo(values.size());
        values.stream()
                .filter(value -> value > 0)
                .forEach(value -> assertThat(
                                histogram.positive().get(Math.getExponent(value) - histogram.lowestExponent()))
                        .isPositive());
    }

    private static long sum(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static ValueHistogram of(FixedPointFormat format, double... values) {
        ValueHistogram.Counter counter = ValueHistogram.counter(format);
        DoubleStream.of(values).forEach(counter::add);
        return counter.build();
    }

    /** A step of a sixteenth: 0.03 goes to 0, 1.03 to 1, and 100 to the largest. */
    @Test
    void theErrorOfTheFormatIsMeasuredAgainstTheValues() {
        FixedPointFormat format = FixedPointFormat.parse("ap_fixed<8,4,AP_RND,AP_SAT>");
        ValueHistogram values = ValueHistogram.counter(format)
                .add(0.03)
                .add(1.03)
                .add(100)
                .add(0)
                .build();

        double signal = 0.03 * 0.03 + 1.03 * 1.03 + 100 * 100;
        double lost = 100 - 7.9375;
        assertThat(values.signalToNoise())
                .isCloseTo(10 * Math.log10(signal / (2 * 0.03 * 0.03 + lost * lost)), within(1e-9));
        assertThat(values.vanishingShare()).isEqualTo(0.25);
        assertThat(values.outsideShare()).isEqualTo(0.25);
        assertThat(ValueHistogram.counter(format).add(0.5).build().signalToNoise())
                .isInfinite();
    }
}
