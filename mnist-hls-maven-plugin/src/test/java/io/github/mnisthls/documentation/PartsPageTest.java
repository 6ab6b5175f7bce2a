/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.amd.part.Parts;
import org.junit.jupiter.api.Test;

/** The page on the hardware names the devices that are known, and no others. */
class PartsPageTest {
    @Test
    void namesTheKnownDevices() {
        assertThat(Page.of("src/site/markdown/hardware.md").inlineCode().stream()
                        .filter(code -> code.matches("xc[a-z0-9]+")))
                .containsExactlyElementsOf(Parts.names());
    }
}
