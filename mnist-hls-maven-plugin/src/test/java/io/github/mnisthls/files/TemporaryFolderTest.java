/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
    @TempDir
    private Path folder;

    @Test
    void itIsMarkedSoThatItCanBeRemoved() throws Exception {
        Path made = TemporaryFolder.create();

        assertThat(FolderMark.isOn(made)).isTrue();
        FileTree.delete(made);
        assertThat(made).doesNotExist();
    }

    /** The JDK asks for the place once, so that another JVM has to. */
    @Test
    void aPlaceThatIsNotThereIsNamed() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + nowhere,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Creation.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(folder.resolve("said")))
                .contains("(-Djava.io.tmpdir of Maven's JVM) is '" + nowhere + "': ", "MAVEN_OPTS");
    }

    /** What the other JVM runs. */
    static final class Creation {
        private Creation() {}

        public static void main(String[] arguments) {
            try {
                TemporaryFolder.create();
            } catch (RuntimeException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
