/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The two READMEs say the same: same structure, same commands, POMs and outputs, same links. */
class TranslationTest {
    private static final Page ENGLISH = Page.of("README.md");
    private static final Page CHINESE = Page.of("README.zh-CN.md");

    @Test
    void theReadmesAgree() {
        assertThat(Translation.differences(ENGLISH, CHINESE)).isEmpty();
    }

    @Test
    void theTranslationIsOne() {
        assertThat(CHINESE.prose().stream()
                        .filter(line -> line.codePoints().anyMatch(Character::isIdeographic))
                        .count())
                .isGreaterThan(ENGLISH.prose().size() / 4);
    }

    @Test
    void disagreementIsSeen() {
        Page planted = Page.parse(
                "README.zh-CN.md",
                List.of("# A", "### B", "[link](LICENSE) `mvn package`", "```sh", "mvn verify", "```"));

        assertThat(Translation.differences(ENGLISH, planted)).hasSize(5);
    }
}
