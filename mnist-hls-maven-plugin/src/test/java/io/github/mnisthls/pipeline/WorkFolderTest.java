/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void isUsedByOneBuildAtATime() {
        try (WorkFolder.Lock lock = new WorkFolder(folder).lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> new WorkFolder(folder).lock())
                    .isInstanceOf(InvalidSettingException.class)
                    .hasMessageContainingAll("Another build", folder.toString(), "<workDirectory>");
        }
        new WorkFolder(folder).lock().close();
    }

    @Test
    void saysWhatToDoWhenItCannotBeWritten() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new WorkFolder(file.resolve("mnist-hls")).lock())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("cannot be written", "<workDirectory> (-Dmnist-hls.workDirectory)");
    }

    @Test
    void isRefusedWhereItHoldsFilesOfOthers() throws Exception {
        Path mine =
                Files.writeString(Files.createDirectories(folder.resolve("hls")).resolve("mine.cpp"), "mine");

        assertRefused(folder, "it is not empty", "it holds hls");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve(".lock")).doesNotExist();
    }

    @Test
    void isRefusedWhereItIsAProject() throws Exception {
        new WorkFolder(folder).lock().close();
        Files.writeString(folder.resolve("pom.xml"), "<project/>");

        assertRefused(folder, "it holds a pom.xml");
        assertThatThrownBy(() -> new WorkFolder(folder).besides(folder.resolve("module")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<workDirectory>", "lies in it");
    }

    @Test
    void isRefusedInsideOfAnother() throws Exception {
        Path outer = folder.resolve("outer");
        new WorkFolder(outer).lock().close();
        Path link = Files.createSymbolicLink(folder.resolve("link"), outer);

        assertRefused(outer.resolve("hls"), "it lies in the work folder");
        assertRefused(link.resolve("deep/hls"), "it lies in the work folder");
    }

    @Test
    void isAdoptedIfABuildBeforeThereWereMarksMadeIt() throws Exception {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("hls"));
        Path record = old.resolve(".state/generate.json");
        Files.createDirectories(record.getParent());
        Files.writeString(record, "{\"schema\": 1, \"inputs\": {\"x\": \"1\"}, \"outputs\": {}}");
        assertRefused(old, "it is not empty");

        Files.writeString(record, "{\"schema\": 1, \"inputs\": {\"plugin\": \"1\"}, \"outputs\": {}}");
        new WorkFolder(old).lock().close();
        Files.delete(record);

        new WorkFolder(old).lock().close();
    }

    @Test
    void isAdoptedIfItsFirstBuildWasKilledWhileItMarkedIt(@TempDir Path killed) throws Exception {
        Files.writeString(killed.resolve("..mnist-hls-work-folder.tmp"), "half");

        new WorkFolder(killed).lock().close();

        assertThat(killed.resolve(".mnist-hls-work-folder")).exists();
    }

    @Test
    void isAdoptedIfItsFirstBuildWasKilledBeforeThereWereMarks() throws Exception {
        Files.writeString(folder.resolve(".lock"), "");
        Files.createDirectories(folder.resolve(".training/checkpoints"));
        Files.createDirectories(folder.resolve(".staging/train-1"));

        new WorkFolder(folder).lock().close();

        assertThat(folder.resolve(".training/checkpoints")).isDirectory();
    }

    private static void assertRefused(Path place, String... words) {
        assertThatThrownBy(() -> new WorkFolder(place).lock())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(words)
                .hasMessageContainingAll(
                        "<workDirectory> (-Dmnist-hls.workDirectory)",
                        place.toString(),
                        "Name a folder for this plugin");
    }
}
