/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collections;
import java.util.TimeZone;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproducibleZipTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void dependsOnNamesAndBytesOnly() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree/sub"));
        Path file = Files.writeString(tree.resolve("a.txt"), "alpha");
        Files.writeString(tree.resolve("run.sh"), "#!/bin/sh\n");
        byte[] first = zip("first.zip", "UTC");

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));

        assertThat(zip("second.zip", "Asia/Kathmandu")).isEqualTo(first);
    }

    @Test
    void sortsEntriesAndMarksScriptsExecutable() throws Exception {
        Path tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("z.txt"), "omega");
        Files.writeString(tree.resolve("rerun.sh"), "#!/bin/sh\n");
        zip("third.zip", "UTC");

        try (ZipFile zip =
                ZipFile.builder().setPath(folder.resolve("third.zip")).get()) {
            assertThat(Collections.list(zip.getEntriesInPhysicalOrder()))
                    .extracting(ZipArchiveEntry::getName)
                    .containsExactly("p/rerun.sh", "p/z.txt");
            assertThat(zip.getEntry("p/rerun.sh").getUnixMode() & 0777).isEqualTo(0755);
            assertThat(zip.getEntry("p/z.txt").getUnixMode() & 0777).isEqualTo(0644);
        }
    }

    @Test
    void leavesOutAnEntryOrAFolder() throws Exception {
        for (String name : new String[] {"a", "b", "kept/c", "kept/d/e", "keptf"}) {
            Path file = folder.resolve("tree").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
        Path target = folder.resolve("fourth.zip");
        new ReproducibleZip()
                .addTree("p/", folder.resolve("tree"))
                .remove("p/kept/")
                .remove("p/b")
                .write(target, TIME);

        try (ZipFile zip = ZipFile.builder().setPath(target).get()) {
            assertThat(Collections.list(zip.getEntries()))
                    .extracting(ZipArchiveEntry::getName)
                    .containsExactly("p/a", "p/keptf");
        }
    }

    private byte[] zip(String name, String zone) throws Exception {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            Path target = folder.resolve(name);
            new ReproducibleZip().addTree("p/", folder.resolve("tree")).write(target, TIME);
            return Files.readAllBytes(target);
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
