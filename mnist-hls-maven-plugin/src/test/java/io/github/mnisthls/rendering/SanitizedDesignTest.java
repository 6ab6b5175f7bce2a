/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.rendering;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.quantization.RandomNetworks;
import io.github.mnisthls.sim.CppCompiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated designs do nothing that C++ leaves undefined, and print the same in every build. */
@Slow
@Thorough
class SanitizedDesignTest {
    private static final List<String> COMPILERS = List.of("g++", "clang++");
    private static final List<List<String>> BUILDS = List.of(
            List.of("-O0", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"),
            List.of("-O3", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"),
            List.of("-O3"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {6, 11})
    void everyBuildPrintsTheSame(long seed) throws Exception {
        for (CppCompiler compiler : CppCompiler.values()) {
            compiler.require(getClass(), folder);
        }
        RenderRequest request = RandomDesign.of(RandomNetworks.create(seed));
        String golden = "tb/" + request.names().prefix() + "golden.bin";
        GeneratedProject project = GeneratedProject.write(request, folder);
        String expected = reproducible(project.compile("g++", "-O0").simulate(golden));
        assertThat(expected).contains("logitsDiffering 0", ProjectRenderer.VERDICT);

        for (String compiler : COMPILERS) {
            for (List<String> flags : BUILDS) {
                GeneratedProject.Outcome outcome =
                        project.compile(compiler, flags.toArray(String[]::new)).simulate(golden);

                assertThat(outcome.status())
                        .as("%s %s: %s", compiler, flags, outcome.text())
                        .isZero();
                assertThat(reproducible(outcome)).as("%s %s", compiler, flags).isEqualTo(expected);
            }
        }
    }

    /** Without the line that tells how fast it was. */
    private static String reproducible(GeneratedProject.Outcome outcome) {
        return outcome.text()
                .lines()
                .filter(line -> !line.startsWith("imagesPerSecond"))
                .collect(joining("\n"));
    }
}
