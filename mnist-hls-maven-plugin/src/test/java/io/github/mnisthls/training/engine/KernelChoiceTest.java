/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without the vector module a training is right but slow, and says so. */
@Slow
class KernelChoiceTest {
    /** What a JVM chooses, told on its standard output. */
    static final class OtherJvm {
        private OtherJvm() {}

        public static void main(String[] arguments) {
            KernelChoice choice = KernelChoice.ofThisJvm();
            System.out.println(choice.kernels().getClass().getSimpleName());
            choice.warning().ifPresent(System.out::println);
        }
    }

    private static List<String> chosen(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of(options));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), OtherJvm.class.getName()));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        return lines;
    }

    @Test
    void aJvmWithTheModuleTakesVectorsAndSaysNothing() throws Exception {
        assertThat(chosen("--add-modules", "jdk.incubator.vector")).containsExactly("VectorKernels");
    }

    @Test
    void aJvmWithoutTheModuleWarns() throws Exception {
        List<String> lines = chosen();

        assertThat(lines).hasSize(2).first().isEqualTo("ScalarKernels");
        assertThat(lines.get(1))
                .startsWith(
                        "the training computes without vector instructions, to the same result but more slowly: Java ")
                .contains("has no module jdk.incubator.vector", System.getProperty("java.home"), "JAVA_HOME");
    }

    @Test
    void aJvmWithAnotherFormOfTheModuleWarns() {
        KernelChoice choice = KernelChoice.choose(true, () -> {
            throw new NoSuchMethodError("FloatVector.fma");
        });

        assertThat(choice.kernels()).isInstanceOf(ScalarKernels.class);
        assertThat(choice.warning().orElseThrow())
                .contains(
                        "has another form of the module jdk.incubator.vector (java.lang.NoSuchMethodError: FloatVector.fma)");
    }
}
