/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any names become identifiers, all different, also where case counts for nothing; people still see the originals. */
class LayerNamesTest {
    @Test
    void namesFollowTheRuleOfThePage() {
        LayerNames names = new LayerNames();

        assertThat(Stream.of(
                                "conv-1",
                                "conv_1",
                                "CONV-1",
                                "conv2d_1/kernel",
                                "/features/0/Conv",
                                "1conv",
                                "\u5377\u79ef",
                                "\u5c42",
                                "",
                                "x".repeat(70),
                                "x".repeat(71))
                        .map(names::unique))
                .containsExactly(
                        "conv_1",
                        "conv_1_2",
                        "CONV_1_3",
                        "conv2d_1_kernel",
                        "features_0_Conv",
                        "n_1conv",
                        "n_",
                        "n__2",
                        "n__3",
                        "x".repeat(56),
                        "x".repeat(56) + "_2");
    }

    @Test
    void whateverTheFileSaysComesOutUniqueAndLegal() {
        Random random = new Random(7);
        LayerNames names = new LayerNames();
        List<String> made = IntStream.range(0, 3_000)
                .mapToObj(i -> random.ints(random.nextInt(5), 0, 0x500)
                        .mapToObj(Character::toString)
                        .reduce("", String::concat))
                .map(names::unique)
                .toList();

        assertThat(made).allMatch(name -> name.matches("[A-Za-z][A-Za-z0-9_]{0,63}"));
        assertThat(made.stream().map(name -> name.toLowerCase(Locale.ROOT))).doesNotHaveDuplicates();
    }

    @Test
    void originalsAreShownOnOneLine(@TempDir Path folder) throws IOException {
        assertThat(FileText.shown("\u5377\u79ef\n\u001b[31m\u202e\u2028/0")).isEqualTo("\u5377\u79ef??[31m??/0");
        assertThat(FileText.shown("a".repeat(100_000))).hasSizeLessThan(400);

        OriginalNames names = new OriginalNames(Map.of("conv_1", "conv-1 \u5377\u79ef \"\\"));
        names.write(folder);
        assertThat(OriginalNames.read(folder)).isEqualTo(names);
        new OriginalNames(Map.of()).write(folder);
        assertThat(OriginalNames.read(folder).layers()).isEmpty();
    }
}
