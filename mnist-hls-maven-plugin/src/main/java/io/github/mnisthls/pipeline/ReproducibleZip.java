/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A zip file that depends on its contents alone: entries sorted, one time for all, permissions by kind. */
final class ReproducibleZip {
    private static final int COMPRESSION = 6;
    private static final int FILE_MODE = 0100644;
    private static final int SCRIPT_MODE = 0100755;

    private final Map<String, Path> entries = new TreeMap<>();

    /** Adds all files below a folder, their names prefixed. */
    ReproducibleZip addTree(String prefix, Path root) {
        FileTree.list(root).forEach(name -> entries.put(prefix + name, root.resolve(name)));
        return this;
    }

    /** Leaves out the entry of this name, or for a name that ends with a slash all below it. */
    ReproducibleZip remove(String name) {
        entries.keySet().removeIf(entry -> entry.equals(name) || (name.endsWith("/") && entry.startsWith(name)));
        return this;
    }

    /**
     * Writes the archive.
     *
     * @param time of every entry; the zip format keeps it in steps of two seconds
     */
    void write(Path target, Instant time) throws IOException {
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(target)) {
            // The best compression takes ten times as long for a file that is two percent smaller.
            out.setLevel(COMPRESSION);
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                ZipArchiveEntry zipEntry = new ZipArchiveEntry(entry.getKey());
                // A local time: the archive must not depend on the time zone of the machine.
                zipEntry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
                zipEntry.setUnixMode(entry.getKey().endsWith(".sh") ? SCRIPT_MODE : FILE_MODE);
                out.putArchiveEntry(zipEntry);
                Files.copy(entry.getValue(), out);
                out.closeArchiveEntry();
            }
        }
    }
}
