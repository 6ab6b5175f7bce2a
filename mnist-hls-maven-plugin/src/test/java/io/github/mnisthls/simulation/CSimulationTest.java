/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.fixedpoint.FixedPointFormat;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.rendering.GeneratedProject;
import io.github.mnisthls.rendering.SampleNetworks;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** C simulation tells right from wrong, and says where to look. */
@Slow
class CSimulationTest {
    private static final int IMAGES = 5;
    private static final int CLASSES = 4;

    @TempDir
    private static Path folder;

    private static GeneratedProject project;
    private static HostCompiler compiler;

    @BeforeAll
    static void render() throws Exception {
        ExternalProgram.require("g++", "g++", CSimulationTest.class);
        FixedPointFormat format = FixedPointFormat.parse("ap_fixed<12,4,AP_RND,AP_SAT>");
        QuantizedNetwork network = new SampleNetworks(3, new Shape(1, 3, 3), format, format, format)
                .dense("dense", CLASSES, false)
                .build();
        var plan = new Planner().plan(network, HardwareRequest.fastest(SampleParts.ZYNQ_7020, 10));
        project = GeneratedProject.write(GeneratedProject.request(network, plan, IMAGES), folder.resolve("project"));
        compiler = HostCompiler.find(List.of("g++"), System.getenv());
    }

    private static SimulationResult simulate(int shards, String... flags) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        return new CSimulation()
                .run(
                        new SimulationRequest(
                                project.folder(),
                                work,
                                compiler,
                                List.of(flags),
                                IMAGES,
                                shards,
                                Duration.ofMinutes(5)),
                        Map.of());
    }

    @Test
    void equalLogitsAreCountedWhateverTheNumberOfProcesses() throws Exception {
        for (int shards = 1; shards <= 2; shards++) {
            assertThat(simulate(shards, "-O0")).isInstanceOfSatisfying(SimulationResult.Equal.class, equal -> {
                assertThat(equal.images()).isEqualTo(IMAGES);
                assertThat(equal.logitsCompared()).isEqualTo(IMAGES * CLASSES);
                assertThat(equal.predictions()).extracting(Prediction::image).containsExactly(0, 1, 2, 3, 4);
            });
        }
    }

    @Test
    void otherLogitsAreTold() throws Exception {
        Path weights = project.folder().resolve("src/weights.hpp");
        String good = Files.readString(weights);
        Files.writeString(weights, good.replaceFirst("(?<table>kDenseBias[^{]*\\{\\s*\\{)-?\\d+", "${table}65536"));
        try {
            assertThat(Files.readString(weights)).isNotEqualTo(good);
            assertThat(simulate(1, "-O0")).isInstanceOfSatisfying(SimulationResult.Different.class, different -> {
                assertThat(different.logitsCompared()).isEqualTo(IMAGES * CLASSES);
                assertThat(different.logitsDiffering()).isBetween(1L, (long) IMAGES * CLASSES);
                assertThat(different.differences()).isNotEmpty().allMatch(line -> line.startsWith("DIFFERS: "));
            });
        } finally {
            Files.writeString(weights, good);
        }
    }

    @Test
    void aProjectThatDoesNotCompileIsTold() throws Exception {
        assertThat(simulate(1, "-no-such-flag")).isInstanceOfSatisfying(SimulationResult.NotCompiled.class, failed -> {
            assertThat(failed.firstErrors()).anyMatch(line -> line.contains("-no-such-flag"));
            assertThat(failed.log()).isRegularFile();
        });
    }

    @Test
    void aCompilerThatHangsIsStoppedAndToldAsThat() throws Exception {
        assertThat(simulateWith("case \"$*\" in *-fsyntax-only*) exit 1;; esac; sleep 100", 2))
                .isInstanceOfSatisfying(
                        SimulationResult.CompilerFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("it took longer than 2 s"));
    }

    @Test
    void aCompilerThatMakesNothingIsTold() throws Exception {
        assertThat(simulateWith("echo fine", 120))
                .isInstanceOfSatisfying(SimulationResult.CompilerFailed.class, failed -> {
                    assertThat(failed.reason()).contains("status 0", "no executable");
                    assertThat(failed.lastLines()).containsExactly("fine");
                });
    }

    @Thorough
    @Test
    void anyEncodingAndAnyLengthOfACompilersOutputIsTaken() throws Exception {
        String noUtf8 = "printf 'top.cpp:1: error: \\264\\355\\316\\363 \\351\\n'; ";

        assertThat(simulateWith(noUtf8 + "head -c 100000000 /dev/zero | tr '\\0' x; exit 1", 120))
                .isInstanceOfSatisfying(SimulationResult.NotCompiled.class, failed -> {
                    assertThat(failed.firstErrors()).singleElement().asString().startsWith("top.cpp:1: error: ");
                    assertThat(failed.log().toFile().length()).isLessThan((64 << 20) + 100);
                });
    }

    /** By a compiler that does this. */
    private static SimulationResult simulateWith(String script, int seconds) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        HostCompiler fake = new HostCompiler(List.of("sh", "-c", script), "fake");
        return new CSimulation()
                .run(
                        new SimulationRequest(
                                project.folder(), work, fake, List.of(), IMAGES, 1, Duration.ofSeconds(seconds)),
                        Map.of());
    }

    @Test
    void aCompilerInAFolderWithBlanksIsFound() throws Exception {
        Path real = ExternalProgram.find("g++").orElseThrow();
        Path spaced = Files.createDirectories(folder.resolve("my tools")).resolve("g++");
        Files.createSymbolicLink(spaced, real);

        assertThat(HostCompiler.find(List.of(spaced.toString(), "-m64"), Map.of())
                        .words())
                .containsExactly(spaced.toString(), "-m64");
        assertThatThrownBy(() -> HostCompiler.find(List.of(spaced + "x"), Map.of()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<cxx> (-Dmnist-hls.cxx) is '" + spaced + "x'", "no such program");
    }
}
