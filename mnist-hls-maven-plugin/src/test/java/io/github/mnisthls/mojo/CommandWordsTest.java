/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandWordsTest {
    private static List<String> words(String text) {
        return CommandWords.of(Settings.LAUNCHER, text);
    }

    /** What a shell makes of the text: its arguments, one a line. */
    private static List<String> shellWords(String text) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + text.replaceAll("\\s", " ")).start();
        List<String> lines = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(shell.waitFor()).isZero();
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nice -n 10",
                "  srun   --mem=32G\n\t--cpus-per-task=4 ",
                "\"/opt/my tools/g++\" -m64",
                "'/opt/my tools/g++'",
                "srun --comment=\"two words\" --exclusive",
                "env 'NOTE=it said \"yes\"' nice",
                "bsub -R \"span[hosts=1] select[mem>'3']\""
            })
    void areThoseOfAShell(String text) throws Exception {
        assertThat(words(text)).isEqualTo(shellWords(text));
    }

    @Test
    void nothingHasNone() {
        assertThat(words(null)).isEmpty();
        assertThat(words("")).isEmpty();
        assertThat(words(" \n ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"srun \"--comment=two words", "it's", "\"a' b"})
    void anOpenQuoteIsRefused(String text) {
        assertThatThrownBy(() -> words(text))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("<launcher> (-Dmnist-hls.launcher) is '" + text
                        + "': a quote is not closed. Close it, or put the other kind around it.");
    }
}
