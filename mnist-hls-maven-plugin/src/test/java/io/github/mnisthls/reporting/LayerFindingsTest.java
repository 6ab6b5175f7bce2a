/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.AffineParameters;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.FloatVector;
import io.github.mnisthls.network.MaxPool;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantization;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.quantization.RawRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayerFindingsTest {
    private static final Architecture ARCHITECTURE = new Architecture(
            "tiny",
            new Shape(1, 2, 2),
            List.of(
                    new Conv2d("conv", 2, Window.square(1, 1)),
                    new MaxPool("pool", Window.square(2, 2)),
                    new Relu("relu"),
                    new Dense("dense", 2)));

    private static final Network NETWORK = new Network(
            ARCHITECTURE,
            Map.of(
                    "conv", new AffineParameters(FloatVector.of(1f, -1f), FloatVector.of(0f, 0.5f)),
                    "dense", new AffineParameters(FloatVector.of(300f, 0f, 0.001f, 2f), FloatVector.of(0f, -4f))));

    private static final LabeledImages IMAGES =
            LabeledImages.of(new Shape(1, 2, 2), new byte[] {0, 0, 0, (byte) 255, 0, 0, 0, 0}, new byte[] {0, 1});

    private final Quantization quantization = Quantizer.quantize(NETWORK, Precision.parse("ap_fixed<16,8>"), IMAGES, 1);

    @Test
    void looksAtFloatValuesBeforeTheFormatTakesThem() {
        List<ReportData.LayerValues> layers = LayerFindings.values(NETWORK, quantization, IMAGES);

        assertThat(layers).extracting(ReportData.LayerValues::name).containsExactly("conv", "dense");
        ValueHistogram weights = layers.get(1).weights().orElseThrow();
        assertThat(weights.format().width()).isEqualTo(16);
        assertThat(weights.max()).isEqualTo(300);
        assertThat(List.of(weights.count(), weights.zeros(), weights.vanishing(), weights.outside()))
                .containsExactly(4L, 1L, 1L, 1L);
    }

    @Test
    void outputsAreThoseBehindTheReluThatTheLayerTookIn() {
        ValueHistogram outputs = LayerFindings.values(NETWORK, quantization, IMAGES)
                .get(0)
                .activations()
                .orElseThrow();

        assertThat(outputs.count()).isEqualTo(16);
        assertThat(outputs.min()).isZero();
        assertThat(outputs.max()).isEqualTo(1);
        assertThat(outputs.zeros()).isEqualTo(8);
    }

    @Test
    void setsProvedBesideSeenRanges() {
        List<RawRange> seen =
                new Emulator(quantization.network()).observe(IMAGES, 1).accumulators();

        List<ReportData.AccumulatorRange> ranges = LayerFindings.accumulators(quantization, seen);

        assertThat(ranges).extracting(ReportData.AccumulatorRange::layer).containsExactly("conv", "dense");
        assertThat(ranges).allSatisfy(range -> {
            assertThat(range.proved().contains(range.seen().orElseThrow())).isTrue();
            assertThat(RawRange.of(range.chosen()).contains(range.partialSums()))
                    .isTrue();
        });
        assertThat(LayerFindings.accumulators(quantization, List.of()))
                .allSatisfy(range -> assertThat(range.seen()).isEmpty());
    }

    @Test
    void aSignedAccumulatorNeedsItsSignBitForPositiveValuesToo() {
        PageView.Accumulators section = AccumulatorSection.of(List.of(new ReportData.AccumulatorRange(
                "dense",
                FixedPointFormat.signed(5, 5),
                RawRange.of(0, 15),
                RawRange.of(-16, 15),
                Optional.of(RawRange.of(3, 7)))));

        assertThat(section.safe()).isTrue();
        assertThat(section.rows().get(0).provedBits()).isEqualTo("5");
        assertThat(section.rows().get(0).seenBits()).isEqualTo("4");
        assertThat(section.rows().get(0).seenShare()).isEqualTo("80.0");
    }
}
