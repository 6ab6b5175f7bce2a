/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetSourceTest {
    @Test
    void oneOutputTellsNoClassesApart() {
        assertThatThrownBy(() -> new DatasetSource(Optional.empty()).read(1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("Use 2 units for two classes");
    }
}
