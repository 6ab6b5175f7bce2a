/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadingNoticeTest {
    @Test
    void linesComeBackAsTheyWere() {
        String text = "'卷\n积' is \"layer__\"";

        String line = LoadingNotice.line(text);

        assertThat(line).doesNotContain("\n");
        assertThat(LoadingNotice.parse(line)).contains(text);
        assertThat(LoadingNotice.parse("o.n.l.f.Nd4jBackend - Loaded")).isEmpty();
    }
}
