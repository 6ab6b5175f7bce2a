/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
    @TempDir
    private Path folder;

    private Path ours;
    private Path precious;

    @BeforeEach
    void aMarkedFolderBesideAForeignOne() throws IOException {
        ours = Files.createDirectories(folder.resolve("ours"));
        FolderMark.put(ours);
        precious = write(folder.resolve("victim/precious.txt"));
    }

    @Test
    void removesWhatLiesInAMarkedFolder() throws IOException {
        write(ours.resolve("a/b/c.txt"));

        FileTree.delete(ours.resolve("a"));
        FileTree.delete(ours.resolve("never there"));

        assertThat(ours.resolve("a")).doesNotExist();
    }

    @Test
    void removesNothingElsewhere() {
        assertThatThrownBy(() -> FileTree.delete(folder.resolve("victim")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("victim", FolderMark.FILE);
        assertThat(precious).exists();
    }

    @Test
    void removesLinksButNotWhatTheyNameAndNothingBehindThem() throws IOException {
        Path link = Files.createSymbolicLink(ours.resolve("link"), folder.resolve("victim"));
        write(folder.resolve("victim/sub/precious.txt"));
        Files.createSymbolicLink(ours.resolve("dangling"), folder.resolve("none"));

        assertThatThrownBy(() -> FileTree.delete(link.resolve("sub"))).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> FileTree.replace(ours.resolve("new"), link.resolve("sub")))
                .isInstanceOf(InvalidSettingException.class);
        FileTree.delete(link);
        FileTree.delete(ours.resolve("dangling"));

        assertThat(ours).isDirectoryNotContaining("glob:**/{link,dangling}");
        assertThat(folder.resolve("victim/sub/precious.txt")).exists();
        assertThat(precious).exists();
    }

    @Test
    void replacesOneFolderByAnother() throws IOException {
        write(ours.resolve("old/old.txt"));
        write(ours.resolve("new/new.txt"));

        FileTree.replace(ours.resolve("new"), ours.resolve("old"));

        assertThat(FileTree.list(ours)).containsExactly(FolderMark.FILE, "old/new.txt");
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text");
    }
}
