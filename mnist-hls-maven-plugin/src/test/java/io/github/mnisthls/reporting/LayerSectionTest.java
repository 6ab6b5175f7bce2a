/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Vanished and saturated values count alike: by the error that they make. */
class LayerSectionTest {
    private static final FixedPointFormat FORMAT = FixedPointFormat.signed(4, 2);

    private static boolean isRed(boolean hurts, double... values) {
        ValueHistogram.Counter counter = ValueHistogram.counter(FORMAT);
        DoubleStream.of(values).forEach(counter::add);
        ReportData.LayerValues layer =
                new ReportData.LayerValues("conv1", Optional.of(counter.build()), Optional.empty());
        return !LayerSection.histograms(List.of(layer), name -> hurts)
                .get(0)
                .histograms()
                .get(0)
                .good();
    }

    @Test
    void vanishedAndSaturatedValuesAreRedWhereTheLayerCosts() {
        assertThat(isRed(true, 0.1, -0.1, 0.1)).isTrue();
        assertThat(isRed(true, 2.5, -3, 2.5)).isTrue();
        assertThat(isRed(false, 0.1, -0.1, 0.1)).isFalse();
        assertThat(isRed(false, 2.5, -3, 2.5)).isFalse();
    }

    @Test
    void whatMakesLittleErrorIsNot() {
        assertThat(isRed(true, 1.5, -1.25, 0.05)).isFalse();
        assertThat(isRed(true, 1.5, -1.25, 1.8)).isFalse();
    }
}
