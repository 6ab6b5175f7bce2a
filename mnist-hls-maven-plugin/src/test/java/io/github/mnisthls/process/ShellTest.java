/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    @TempDir
    Path folder;

    @Test
    void leavesPlainWordsAlone() {
        assertThat(Shell.quote(List.of("vitis-run", "--mode", "hls", "W/run_hls.tcl")))
                .isEqualTo("vitis-run --mode hls W/run_hls.tcl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "it's", "''", "$HOME", "`id`", "a\\b", "\"", "*", "~", "a\nb", "-n", "größe"})
    void quotedWordsReachTheProgramUnchanged(String word) throws Exception {
        Command shell = Command.builder(folder, "sh")
                .args("-c", "printf '[%s]' " + Shell.quote(word))
                .build();

        assertThat(String.join("\n", new ProcessRunner().run(shell).lastLines()))
                .isEqualTo("[" + word + "]");
    }
}
