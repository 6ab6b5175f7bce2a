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

class PartsTest {
    @Test
    void knownPartsAreFoundInEitherSpelling() {
        assertThat(Parts.names()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(Parts.find("xc7z020-clg400-1", Optional.empty()).resources().dsp())
                .isEqualTo(220);
        assertThat(Parts.find("xczu7ev-ffvc1156-2-e", Optional.empty()).dspSlice())
                .isEqualTo(Parts.DSP48E2);
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
        assertThat(part.dspSlice()).isEqualTo(Parts.DSP48E1);
        assertThat(part.resources().dsp()).isEqualTo(30);
    }

    @Test
    void versalHasMultipliersOfItsOwn() {
        assertThat(Parts.find("xcvc1902-vsva2197-2MP-e-S", Optional.empty()).dspSlice())
                .isEqualTo(Parts.DSP58);
        assertThat(Parts.find("xcvm1802-vfvc1760-2MP-e-S", Optional.of(new Resources(1, 2, 3, 4, 5)))
                        .dspSlice())
                .isEqualTo(Parts.DSP58);
    }

    @Test
    void theSamplesOfOtherTestsAreReal() {
        for (Part sample : new Part[] {SampleParts.ZYNQ_7020, SampleParts.VIRTEX_13P}) {
            assertThat(Parts.find(sample.name(), Optional.empty())).isEqualTo(sample);
        }
    }
}
