/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Slow
@Timeout(20)
class UserFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/dev/null", "/dev/stdin"})
    void devicesAreNotOpened(String device) {
        assertRefused(Path.of(device), "it is neither a file nor a folder");
    }

    @Test
    void pipesAreNotOpened() throws Exception {
        ExternalProgram.require("mkfifo", "coreutils", getClass());
        Path pipe = folder.resolve("network.json");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertRefused(pipe, "it is neither a file nor a folder");
        assertThat(UserFiles.digests(Settings.MODEL, folder, name -> true)).isEmpty();
    }

    @Test
    void theRootOfTheMachineIsNotWalked() {
        assertThat(UserFiles.digests(Settings.TEMPLATE_DIRECTORY, Path.of("/"), name -> name.endsWith(".vm")))
                .isEmpty();
    }

    @Test
    void onlyFilesOfTheFolderItselfCount() throws IOException {
        Files.writeString(folder.resolve("top.cpp.vm"), "a");
        Files.writeString(folder.resolve("notes.txt"), "b");
        Files.createSymbolicLink(folder.resolve("loop.vm"), folder);

        assertThat(UserFiles.digests(Settings.TEMPLATE_DIRECTORY, folder, name -> name.endsWith(".vm")))
                .containsOnlyKeys("top.cpp.vm");
    }

    @Test
    void hugeFilesAreRefusedBeforeTheyAreRead() throws IOException {
        Path huge = folder.resolve("conv1_weights.bin");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertRefused(huge, "it has more than 1024 MiB");
        assertThatThrownBy(() -> UserFiles.digests(Settings.MODEL, folder, name -> true))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<model> (-Dmnist-hls.model)", "its files have more than 1024 MiB");
    }

    @Test
    void aFileIsNoFolder() {
        assertThatThrownBy(() -> UserFiles.digests(Settings.TEMPLATE_DIRECTORY, Path.of("/dev/zero"), name -> true))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<templateDirectory>", "it is not a folder");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertRefused(folder.resolve("none"), "there is no such file or folder");
    }

    private static void assertRefused(Path path, String problem) {
        assertThatThrownBy(() -> UserFiles.check(Settings.MODEL, path, "Name a model."))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<model> (-Dmnist-hls.model)", path.toString(), problem, "Name a model.");
    }
}
