/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.hardware.Part;
import io.github.mnisthls.hardware.Resources;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {
    @Test
    void knownPartsAreFoundInEitherSpelling() {
        assertThat(Parts.names()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(Parts.find("xc7z020-clg400-1", Optional.empty()).resources().dsp())
                .isEqualTo(220);
        assertThat(Parts.find("xczu7ev-ffvc1156-2-e", Optional.empty()).dspSlice())
                .isEqualTo(Devices.DSP48E2);
        assertThat(Parts.find("XCVU13P-fhgb2104-2-i", Optional.empty())
                        .resources()
                        .uram())
                .isEqualTo(1_280);
    }

    @Test
    void unknownPartsNeedResources() {
        assertThatThrownBy(() -> Parts.find("xc7z999clg400-1", Optional.empty()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Add <resources>");
        assertThatThrownBy(() -> Parts.find("my board", Optional.empty())).isInstanceOf(InvalidSettingException.class);
        Part part = Parts.find("xc7z999clg400-1", Optional.of(new Resources(1_000, 2_000, 30, 40, 0)));
        assertThat(part.dspSlice()).isEqualTo(Devices.DSP48E1);
        assertThat(part.resources().dsp()).isEqualTo(30);
    }

    @Test
    void versalHasMultipliersOfItsOwn() {
        assertThat(Parts.find("xcvc1902-vsva2197-2MP-e-S", Optional.empty()).dspSlice())
                .isEqualTo(Devices.DSP58);
        assertThat(Parts.find("xcvm1802-vfvc1760-2MP-e-S", Optional.of(new Resources(1, 2, 3, 4, 5)))
                        .dspSlice())
                .isEqualTo(Devices.DSP58);
    }

    @Test
    void slipsAreMended() {
        assertThatThrownBy(() -> Parts.find("xc7z02clg400-1", Optional.empty()))
                .hasMessageContaining("Did you mean xc7z020? Add <resources>");
        assertThatThrownBy(() -> Parts.find("xczu7ec-ffvc1156-2-e", Optional.empty()))
                .hasMessageContaining("Did you mean xczu7e");
        assertThatThrownBy(() -> Parts.find("xcvp1202-vsva2785-2MP-e-S", Optional.empty()))
                .satisfies(thrown -> assertThat(thrown.getMessage()).doesNotContain("Did you mean"));
    }

    @ParameterizedTest
    @CsvSource({
        "XC7Z020-1CLG400C, xc7z020clg400-1",
        "XC7A100T-2LCSG324E, xc7a100tcsg324-2L",
        "XCKU115-2FLVB2104I, xcku115-flvb2104-2-i",
        "XCVU9P-L2FLGA2104E, xcvu9p-flga2104-2L-e",
        "pynq-z2, xc7z020clg400-1",
        "Zybo Z7-20, xc7z020clg400-1",
        "ZCU104, xczu7ev-ffvc1156-2-e",
        "kv260, xck26-sfvc784-2LV-c",
        "xc7z020clg400-1, xc7z020clg400-1",
        "xcvc1902-vsva2197-2MP-e-S, xcvc1902-vsva2197-2MP-e-S",
    })
    void ordersAndBoardsHaveParts(String name, String part) {
        assertThat(Parts.find(name, Optional.empty()).name()).isEqualTo(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xc7z020clg400-1",
                "xc7z020-clg484-3",
                "xc7z020iclg400-1L",
                "xc7a35ticsg324-1L",
                "xc7s50csga324-1IL",
                "xc7vx690tffg1761-2",
                "xcku115-flvb2104-2-i",
                "xcvu9p-flgb2104-2-i-es1",
                "xck26-sfvc784-2LV-c",
                "xcu250-figd2104-2L-e",
                "xcvc1902-vsva2197-2MP-e-S",
                "pynq-z2"
            })
    void partsOfTheToolsRaiseNoWarning(String name) {
        assertThat(Parts.warnings(name, Parts.find(name, Optional.empty()), 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xc7z020clg400-9", "xc7z020", "xc7z020clk400-1", "xczu7ev-ffvc1156-2", "xczu7ev-ffvc1156-4-e"})
    void whatFollowsTheDeviceIsLookedAt(String name) {
        assertThat(Parts.warnings(name, Parts.find(name, Optional.empty()), 10))
                .singleElement()
                .asString()
                .startsWith("<part> (-Dmnist-hls.part) is '" + name + "': ")
                .contains("the AMD tools will probably not know this part");
    }

    @Test
    void everyBoardHasAKnownPart() {
        for (String board : Boards.names()) {
            Part part = Parts.find(board, Optional.empty());
            assertThat(Parts.warnings(board, part, 10)).as(board).isEmpty();
        }
    }

    @Test
    void aClockThatNoDeviceHasIsToldBeforeSynthesis() {
        Part part = Parts.find("xc7z020clg400-1", Optional.empty());

        assertThat(Parts.warnings("xc7z020clg400-1", part, 0.1))
                .singleElement()
                .asString()
                .contains("<clockPeriodNs> (-Dmnist-hls.clockPeriodNs) is '0.1'", "below 1.35 ns");
        assertThat(Parts.warnings("xc7z020clg400-1", part, 1.35)).isEmpty();
    }

    @Test
    void usualPartsAreKnown() {
        Resources usual = Parts.find("xcku115-flvb2104-2-i", Optional.empty()).resources();
        assertThat(usual).isEqualTo(new Resources(663_360, 1_326_720, 5_520, 4_320, 0));
        assertThat(Parts.find("xc7s15ftgb196-1", Optional.empty()).resources().dsp())
                .isEqualTo(20);
        assertThat(Parts.find("xa7z020clg484-1I", Optional.empty()).resources().dsp())
                .isEqualTo(220);
    }

    @Test
    void theSamplesOfOtherTestsAreReal() {
        for (Part sample : new Part[] {SampleParts.ZYNQ_7020, SampleParts.VIRTEX_13P}) {
            assertThat(Parts.find(sample.name(), Optional.empty())).isEqualTo(sample);
        }
    }
}
