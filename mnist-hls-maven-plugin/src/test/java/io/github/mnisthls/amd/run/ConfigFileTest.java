/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigFileTest {
    @Test
    void replacesAKeyAndKeepsAllElse() {
        ConfigFile config = ConfigFile.parse("part=x\n\n[hls]\npackage.output.format=ip_catalog\nclock=10ns\n");

        assertThat(config.with("package.output.format", "xo").text())
                .isEqualTo("part=x\n\n[hls]\nclock=10ns\npackage.output.format=xo\n");
    }

    @Test
    void addsAKeyThatWasNotThere() {
        assertThat(ConfigFile.parse("[hls]\na.b=1\n").with("a", "2").text()).isEqualTo("[hls]\na.b=1\na=2\n");
    }
}
