/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Places that a file names and that must lie in a given folder, whatever the file says. */
public final class InnerPath {
    /** No file system takes more in one part; with a longer name every access fails, removal too. */
    private static final int MOST_CHARACTERS = 255;

    private InnerPath() {}

    /**
     * The place below the folder that a name with slashes stands for; empty if it is absolute, has a part {@code ..},
     * or leads out of the folder through a symbolic link, or no file can have it.
     */
    public static Optional<Path> resolve(Path root, String name) throws IOException {
        if (name.isEmpty()
                || name.startsWith("/")
                || Stream.of(name.split("[/\\\\]")).anyMatch(InnerPath::isNoName)) {
            return Optional.empty();
        }
        try {
            Path path = root.resolve(name);
            boolean absolute = Path.of(name).isAbsolute();
            return absolute || leavesByLink(root, path) ? Optional.empty() : Optional.of(path);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isNoName(String part) {
        return part.isEmpty() || part.equals(".") || part.equals("..") || part.length() > MOST_CHARACTERS;
    }

    /** Whether a folder between the root and the file is a link to somewhere else. The file itself is replaced, not followed. */
    private static boolean leavesByLink(Path root, Path path) throws IOException {
        if (!Files.exists(root)) {
            return false;
        }
        Path folder = path.getParent();
        while (!Files.exists(folder)) {
            if (Files.isSymbolicLink(folder)) {
                return true;
            }
            folder = folder.getParent();
        }
        return !folder.toRealPath().startsWith(root.toRealPath());
    }
}
