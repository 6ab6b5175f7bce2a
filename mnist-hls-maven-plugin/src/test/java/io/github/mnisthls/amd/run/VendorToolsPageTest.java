/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page for users names every failure that the plugin knows. */
class VendorToolsPageTest {
    private static final Path PAGE = Path.of("../src/site/markdown/vendor-tools.md");

    static List<String> problems() {
        return KnownFailure.ALL.stream().map(KnownFailure::problem).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void namesEveryKnownFailure(String problem) throws IOException {
        assertThat(PAGE).content().contains("| " + problem + " |");
    }
}
