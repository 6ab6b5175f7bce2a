/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The file that marks a folder as this plugin's own: only below such a folder are whole trees removed or replaced. */
public final class FolderMark {
    public static final String FILE = ".mnist-hls-work-folder";

    private static final String TEXT = """
            mnist-hls-maven-plugin made this folder and may replace or remove what it made in it.
            """;

    private FolderMark() {}

    /** Marks a folder that is there. */
    public static void put(Path folder) {
        AtomicFile.write(folder.resolve(FILE), TEXT);
    }

    public static boolean isOn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
    }

    /** The nearest marked folder among this one, which may not be there yet, and those that it really lies in. */
    public static Optional<Path> enclosing(Path folder) throws IOException {
        for (Path above = real(folder); above != null; above = above.getParent()) {
            if (isOn(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /** The path without symbolic links, as far as it exists. */
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null || Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        return real(parent).resolve(absolute.getFileName());
    }
}
