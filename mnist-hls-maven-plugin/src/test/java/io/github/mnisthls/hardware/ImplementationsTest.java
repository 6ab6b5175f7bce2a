/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.SampleNetworks;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a layer's products are made of, and what that takes. */
class ImplementationsTest {
    private static final FixedPointFormat BITS_8 = format(8);

    private static FixedPointFormat format(int bits) {
        return FixedPointFormat.parse("ap_fixed<" + bits + ",2,AP_RND,AP_SAT>");
    }

    /** An image of 16 pixels, and 128 weights. */
    private static QuantizedNetwork network(FixedPointFormat format) {
        return new SampleNetworks(1, new Shape(1, 4, 4), format, format, format)
                .dense("dense", 8, false)
                .build();
    }

    private static LayerPlan planned(int bits, long luts, long slices) {
        HardwareRequest request = HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10)
                .within(new Limits(OptionalLong.of(luts), OptionalLong.of(slices), OptionalLong.empty()));
        return new Planner().plan(network(format(bits)), request).layers().get(0);
    }

    private static HardwarePlan planned(FixedPointFormat format, Folding folding) {
        return new Planner()
                .plan(
                        network(format),
                        HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withFoldings(Map.of("dense", folding)));
    }

    /** Eight products in a cycle are as many as the pixels' pace asks for. */
    @ParameterizedTest
    @CsvSource({"8, 1000, 8, DSP, 8", "8, 1200, 4, PACKED, 4", "12, 3200, 0, LUT, 0"})
    void thePlannerTakesWhatThereIs(int bits, long luts, long slices, Implementation implementation, long taken) {
        LayerPlan layer = planned(bits, luts, slices);

        assertThat(layer.implementation()).isEqualTo(implementation);
        assertThat(layer.multipliers()).isEqualTo(8);
        assertThat(layer.estimate().dsp()).isEqualTo(taken);
        assertThat(layer.intervalCycles()).isEqualTo(16);
    }

    @Test
    void withoutALimitOfSlicesItTakesSlices() {
        assertThat(new Planner()
                        .plan(network(BITS_8), HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10))
                        .layers())
                .extracting(LayerPlan::implementation)
                .containsOnly(Implementation.DSP);
    }

    @ParameterizedTest
    @CsvSource({"PACKED, 4, 2, 4", "PACKED, 8, 16, 64", "LUT, 4, 2, 0", "DSP, 4, 2, 8"})
    void productsTakeWhatTheyAreMadeOf(Implementation implementation, int pe, int simd, long slices) {
        LayerPlan layer =
                planned(BITS_8, new Folding(pe, simd, implementation)).layers().get(0);

        assertThat(layer.implementation()).isEqualTo(implementation);
        assertThat(layer.multipliers()).isEqualTo(pe * simd);
        assertThat(layer.estimate().dsp()).isLessThanOrEqualTo(slices);
        if (layer.weightStorage() != WeightStorage.REGISTERS) {
            assertThat(layer.estimate().dsp()).isEqualTo(slices);
        }
    }

    /** Zeros and powers of two need no slice; what lookup tables make of the others are sums of their digits. */
    @Test
    void aLayerWithOneWordOfWeightsHasConstantsInPlaceOfProducts() {
        QuantizedAffine affine = network(BITS_8).layers().get(0).trained().orElseThrow();
        long multiplied = Arrays.stream(affine.weights().toArray())
                .filter(weight -> Long.bitCount(Math.abs(weight)) > 1)
                .count();
        LayerPlan slices = planned(BITS_8, new Folding(8, 16)).layers().get(0);
        LayerPlan tables =
                planned(BITS_8, new Folding(8, 16, Implementation.LUT)).layers().get(0);

        assertThat(slices.estimate().dsp()).isEqualTo(multiplied).isLessThan(8 * 16);
        assertThat(tables.estimate().dsp()).isZero();
        assertThat(tables.estimate().lut())
                .isLessThan(8 * 16 * Fabric.product(8, 8).lut());
    }

    @ParameterizedTest
    @CsvSource({"8, 25, true", "9, 25, false", "9, 27, false", "8, 27, true", "6, 25, true", "5, 25, false"})
    void twoProductsNeedRoom(int bits, int wide, boolean isPossible) {
        FixedPointFormat format = FixedPointFormat.signed(bits, 1);

        assertThat(new PackedSlice(new DspSlice(wide, 18), format, format).isPossible())
                .isEqualTo(isPossible);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 | 1 | PACKED | with <implementation>packed</implementation> pe must be even",
                "12 | 2 | PACKED | two products of 12 x 12 bits have no room in a slice of 25 x 18",
                "4 | 2 | LUT | its products are so narrow that they are made of lookup tables anyway"
            })
    void whatCannotBeIsRefused(int bits, int pe, Implementation implementation, String why) {
        assertThatThrownBy(() -> planned(format(bits), new Folding(pe, 2, implementation)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'dense'")
                .hasMessageContaining(why);
    }

    /** How many products at the same time is the planner's to choose. */
    @ParameterizedTest
    @EnumSource(Implementation.class)
    void whatProductsAreMadeOfCanBeAllThatIsGiven(Implementation implementation) {
        HardwareRequest request =
                HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withMaxMultipliers(8);
        LayerPlan layer = new Planner()
                .plan(network(BITS_8), request.withImplementations(Map.of("dense", implementation)))
                .layers()
                .get(0);

        assertThat(layer.implementation()).isEqualTo(implementation);
        assertThat(layer.reason()).isEqualTo("as <foldings> says");
        assertThat(layer.multipliers()).isEqualTo(implementation == Implementation.ADDERS ? 0 : 8);
    }

    /** A mean multiplies with a reciprocal, in a slice. */
    @Test
    void aRefusalNamesTheLayerThatTakesWhatIsMissing() {
        QuantizedNetwork network = new SampleNetworks(1, new Shape(1, 6, 6), BITS_8, BITS_8, BITS_8)
                .averagePool("mean", Window.square(3, 3))
                .dense("dense", 8, false)
                .build();
        Limits noSlice = new Limits(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.empty());
        HardwareRequest request =
                HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).within(noSlice);

        assertThatThrownBy(() -> new Planner().plan(network, request))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("more than the 0 there are")
                .hasMessageContaining("most of it goes to layer 'mean'");
    }

    @Test
    void aLayerThatIsNotThereIsRefused() {
        HardwareRequest request = HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10);
        assertThatThrownBy(() -> new Planner()
                        .plan(network(BITS_8), request.withImplementations(Map.of("conv", Implementation.LUT))))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("'conv'")
                .hasMessageContaining("[dense]");
    }
}
