/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.Folding;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Implementation;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which beats and neighbors there can be, and what is said of the others. */
class PixelsPerBeatTest {
    private static final FixedPointFormat FORMAT = FixedPointFormat.parse("ap_fixed<4,2,AP_RND,AP_SAT>");
    private static final QuantizedNetwork NETWORK = new SampleNetworks(3, new Shape(1, 6, 12), FORMAT, FORMAT, FORMAT)
            .conv("conv", 2, Window.square(3, 1), true)
            .dense("dense", 3, false)
            .build();

    private static HardwareRequest request(int pixels) {
        return HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10).withPixelsPerBeat(pixels);
    }

    private static HardwarePlan plan(int pixels) {
        return new Planner().plan(NETWORK, request(pixels));
    }

    private static RenderRequest rendered(int pixels, InterfaceKind kind) {
        return new RenderRequest(
                NETWORK,
                plan(pixels),
                kind,
                ControlProtocol.S_AXILITE,
                new DesignNames("cnn", "cnn_net", ""),
                SampleNetworks.golden(NETWORK, 1),
                SampleDialects.TODAY,
                Optional.empty());
    }

    /** A row is a whole number of words, and no beat completes two of them. */
    @ParameterizedTest
    @CsvSource({"1,1,72", "2,2,36", "4,4,18", "5,6,15", "7,12,11", "8,12,9", "12,12,6"})
    void wordsAreAsWideAsBeatsOrTheNextWidthOfWhichARowIsMade(int pixels, int lanes, long beats) {
        HardwarePlan plan = plan(pixels);

        assertThat(plan.inputLanes()).isEqualTo(lanes);
        assertThat(plan.processes().get(0).trips()).isEqualTo(beats);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65})
    void numbersThatNoBeatHasAreRefused(int pixels) {
        assertThatThrownBy(() -> request(pixels))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<pixelsPerBeat>")
                .hasMessageContaining("from 1 to 64");
    }

    @Test
    void aBeatIsNotWiderThanARow() {
        assertThatThrownBy(() -> plan(13))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<pixelsPerBeat>")
                .hasMessageContaining("Use at most 12.");
    }

    @Test
    void memoriesHaveWordsOfPowersOfTwo() {
        assertThat(rendered(8, InterfaceKind.M_AXI).plan().pixelsPerBeat()).isEqualTo(8);
        assertThatThrownBy(() -> rendered(6, InterfaceKind.M_AXI))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("1, 2, 4, 8, 16, 32 or 64 bytes");
    }

    @Test
    void neighborsInAnArrayAreInOneRow() {
        assertThat(rendered(6, InterfaceKind.ARRAY).plan().pixelsPerBeat()).isEqualTo(6);
        assertThatThrownBy(() -> rendered(8, InterfaceKind.ARRAY))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Use a divisor of 12");
    }

    @Test
    void neighborsAreADivisorOfARowOfWindowsAndOfAdders() {
        assertThat(planned(new Folding(1, 1, Implementation.ADDERS, 5))
                        .layers()
                        .get(0)
                        .windows())
                .isEqualTo(5);
        assertThatThrownBy(() -> planned(new Folding(1, 1, Implementation.ADDERS, 4)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<windows> in the <folding> of layer 'conv'")
                .hasMessageContaining("[1, 2, 5, 10]");
        assertThatThrownBy(() -> planned(new Folding(1, 1, Implementation.DSP, 2)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<implementation>adders</implementation>");
        assertThatThrownBy(() -> new Folding(1, 1, Implementation.ADDERS, 0))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("<windows>");
    }

    private static HardwarePlan planned(Folding folding) {
        return new Planner().plan(NETWORK, request(4).withFoldings(Map.of("conv", folding)));
    }
}
