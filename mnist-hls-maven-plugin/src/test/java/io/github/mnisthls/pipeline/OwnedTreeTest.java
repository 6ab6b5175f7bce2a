/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnedTreeTest {
    @TempDir
    private Path folder;

    private Path source;
    private Path target;

    @BeforeEach
    void aGeneratedProjectAndAHandWrittenTree() throws IOException {
        source = folder.resolve("source");
        target = folder.resolve("hls");
        write(source, "src/top.cpp", "line 1\nline 2\n");
        write(source, "Makefile", "all:\n");
        write(target, "mine.cpp", "mine\n");
    }

    @Test
    void writesBesideForeignFilesAndReplacesItsOwn() throws IOException {
        publish(false);
        write(source, "src/top.cpp", "line 1\nline 2, new\n");
        Files.delete(source.resolve("Makefile"));
        publish(false);

        assertThat(target.resolve("src/top.cpp")).hasContent("line 1\nline 2, new");
        assertThat(target.resolve("Makefile")).doesNotExist();
        assertThat(target.resolve("mine.cpp")).hasContent("mine");
    }

    @Test
    void stopsAtAForeignFileInTheWayAndWritesNothing() throws IOException {
        write(target, "src/top.cpp", "hand-written\n");

        assertThatThrownBy(() -> publish(true))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<outputDirectory>", "top.cpp is in the way", "does not touch it");
        assertThat(target.resolve("src/top.cpp")).hasContent("hand-written");
        assertThat(target.resolve("Makefile")).doesNotExist();
    }

    @Test
    void keepsAnEditAndSaysHowToMakeItLast() throws IOException {
        publish(false);
        write(target, "src/top.cpp", "line 1\nmy line\n");
        write(source, "Makefile", "all: new\n");

        assertThatThrownBy(() -> publish(false))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("top.cpp, line 2 (my line): change src/top.cpp", "overwriteEdited");
        assertThat(target.resolve("src/top.cpp")).hasContent("line 1\nmy line");
        assertThat(target.resolve("Makefile")).hasContent("all:");
    }

    @Test
    void namesTheFirstLineThatDiffers() throws IOException {
        publish(false);
        assertEdited("line 1\nline 2\nmore", "line 3 (more)");
        assertEdited("line 1\n", "line 2 (end of file)");
        assertEdited("", "line 1 (end of file)");
        assertEdited("x".repeat(1000), "line 1 (" + "x".repeat(200) + ")");
    }

    private void assertEdited(String content, String told) throws IOException {
        write(target, "src/top.cpp", content);

        assertThatThrownBy(() -> publish(false)).hasMessageContaining("top.cpp, " + told + ": change");
    }

    @Test
    void overwritesAnEditWhenTold() throws IOException {
        publish(false);
        write(target, "src/top.cpp", "line 1\nmy line\n");

        publish(true);

        assertThat(target.resolve("src/top.cpp")).hasContent("line 1\nline 2");
    }

    @Test
    void keepsAnEditedFileThatIsNoLongerGenerated() throws IOException {
        publish(false);
        write(target, "Makefile", "all: mine\n");
        Files.delete(source.resolve("Makefile"));

        assertThatThrownBy(() -> publish(false)).hasMessageContaining("no longer generated");
        assertThat(target.resolve("Makefile")).hasContent("all: mine");
    }

    @Test
    void aRunThatWasKilledHalfWayIsNotTakenForAnEdit() throws IOException {
        publish(false);
        String manifest = Files.readString(target.resolve(OwnedTree.MANIFEST));
        write(source, "src/top.cpp", "second\n");
        publish(false);
        // As if the second run had died after its files and before its manifest was final.
        String second = Files.readString(target.resolve(OwnedTree.MANIFEST));
        String both = manifest.replaceFirst(
                "(\"src/top.cpp\" : \\[\\s*)\"", "$1\"" + digestOf(second, "src/top.cpp") + "\", \"");
        Files.writeString(target.resolve(OwnedTree.MANIFEST), both);
        write(source, "src/top.cpp", "third\n");

        publish(false);

        assertThat(target.resolve("src/top.cpp")).hasContent("third");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../victim/precious.txt", "src/../../victim/precious.txt", "link/precious.txt", "/victim", "a//b"
            })
    void removesNothingThatAManifestNamesElsewhere(String name) throws IOException {
        publish(false);
        write(folder, "victim/precious.txt", "precious");
        Files.createSymbolicLink(target.resolve("link"), folder.resolve("victim"));
        String digest = Digest.of(folder.resolve("victim/precious.txt"));
        write(target, OwnedTree.MANIFEST, "{\"schema\": 1, \"files\": {\"" + name + "\": [\"" + digest + "\"]}}");
        Files.writeString(source.resolve("Makefile"), "new");

        assertThatThrownBy(() -> publish(true))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("<outputDirectory>", "'" + name + "' would not lie in it", OwnedTree.MANIFEST);
        assertThat(folder.resolve("victim/precious.txt")).hasContent("precious");
        assertThat(target.resolve("Makefile")).hasContent("all:");
    }

    @Test
    void writesNothingThroughALink() throws IOException {
        Files.createDirectories(folder.resolve("victim"));
        Files.createSymbolicLink(target.resolve("src"), folder.resolve("victim"));

        assertThatThrownBy(() -> publish(true))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll("'src/top.cpp' would not lie in it", "symbolic link");
        assertThat(folder.resolve("victim")).isEmptyDirectory();
    }

    @Test
    void writesNothingThroughALinkInPlaceOfATemporaryFile() throws IOException {
        write(folder, "victim/precious.txt", "precious");
        for (String name : new String[] {"src/.top.cpp.tmp", "." + OwnedTree.MANIFEST + ".tmp"}) {
            Files.createDirectories(target.resolve(name).getParent());
            Files.createSymbolicLink(target.resolve(name), folder.resolve("victim/precious.txt"));
        }

        publish(false);

        assertThat(folder.resolve("victim/precious.txt")).hasContent("precious");
        assertThat(target.resolve("src/top.cpp")).hasContent("line 1\nline 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD\n{}",
                "{\"files\": null}",
                "null",
                "{\"schema\": 1, \"files\": {\"a\": null}}",
                "[]",
                "",
                "{\"schema\": 1, \"files\": {\"a\": [null]}}",
                "{\"schema\": 1, \"files\": {\"a\": [\"x\"], \"a\": [\"y\"]}}"
            })
    void aDamagedManifestIsNamed(String content) throws IOException {
        write(target, OwnedTree.MANIFEST, content);

        assertThatThrownBy(() -> publish(false))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContainingAll(OwnedTree.MANIFEST, "is damaged", "remove it", "<outputDirectory>");
    }

    @Test
    void knowsWhetherAllIsInPlace() throws IOException {
        assertThat(tree(false).isPublished(FileTree.files(source))).isFalse();
        publish(false);
        assertThat(tree(false).isPublished(FileTree.files(source))).isTrue();
        Files.delete(target.resolve("Makefile"));
        assertThat(tree(false).isPublished(FileTree.files(source))).isFalse();
    }

    /** All files may be in place when a run is killed, but not its last list of them. */
    @Test
    void finishesWhatAKilledRunLeft() throws IOException {
        publish(false);
        String done = Files.readString(target.resolve(OwnedTree.MANIFEST));
        String makefile = digestOf(done, "Makefile");
        String underWay = done.replace("\"" + makefile + "\"", "\"" + Digest.of("before") + "\", \"" + makefile + "\"");
        Files.writeString(target.resolve(OwnedTree.MANIFEST), underWay);
        write(target, "." + OwnedTree.MANIFEST + ".tmp", done.substring(1));

        assertThat(tree(false).isPublished(FileTree.files(source))).isFalse();
        publish(false);

        assertThat(target.resolve(OwnedTree.MANIFEST)).hasContent(done);
        assertThat(target.resolve("." + OwnedTree.MANIFEST + ".tmp")).doesNotExist();
        assertThat(tree(false).isPublished(FileTree.files(source))).isTrue();
    }

    private static String digestOf(String manifest, String name) {
        String rest = manifest.substring(manifest.indexOf(name) + name.length() + 1);
        int start = rest.indexOf('"') + 1;
        return rest.substring(start, rest.indexOf('"', start));
    }

    private void publish(boolean overwriteEdited) throws IOException {
        tree(overwriteEdited).publish(FileTree.files(source));
    }

    private OwnedTree tree(boolean overwriteEdited) {
        return new OwnedTree(target, overwriteEdited, name -> "change " + name + ".vm");
    }

    private static void write(Path root, String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
