/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whole folders: their digests, their removal, and the replacement of one by another. Only what lies in a folder with a
 * {@link FolderMark} is ever removed; symbolic links are removed themselves, never followed.
 */
public final class FileTree {
    private FileTree() {}

    /** All files below a folder in a fixed order, by their path relative to it with slashes; empty if there is none. */
    public static List<String> list(Path root) {
        return list(root, Files::isRegularFile);
    }

    /** Everything below a folder that is no folder itself, links included, as {@link #list}. */
    public static List<String> entries(Path root) {
        return list(root, path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<String> list(Path root, Predicate<Path> wanted) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(wanted)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + root, e);
        }
    }

    /** All files below a folder in a fixed order, by their path relative to it with slashes. */
    public static SortedMap<String, Path> files(Path root) {
        SortedMap<String, Path> files = new TreeMap<>();
        list(root).forEach(name -> files.put(name, root.resolve(name)));
        return files;
    }

    /** SHA-256 of all files below a folder. */
    public static Map<String, String> digests(Path root) {
        return list(root).stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Digest.of(root.resolve(name)), (first, second) -> first, TreeMap::new));
    }

    /** Copies all files below a folder. */
    public static void copy(Path source, Path target) throws IOException {
        for (String name : list(source)) {
            Path file = target.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(source.resolve(name), file);
        }
    }

    /**
     * Removes a file, a link or a folder with all that is in it, if it is there.
     *
     * @throws InvalidSettingException if it does not lie in a folder with a {@link FolderMark}; then nothing was removed
     */
    public static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        requireOwned(root);
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The folder above decides: a link in its place would lead out of the marked folder. */
    private static void requireOwned(Path root) throws IOException {
        boolean marked = FolderMark.isOn(root) && !Files.isSymbolicLink(root);
        if (!marked && FolderMark.enclosing(root.toAbsolutePath().getParent()).isEmpty()) {
            throw new InvalidSettingException(
                    "The folder to be replaced",
                    root,
                    "it does not lie in a folder that this plugin made (one with the file " + FolderMark.FILE
                            + "), so nothing is removed there",
                    "If a symbolic link leads out of " + Settings.WORK_DIRECTORY + ", remove the link.");
        }
    }

    /** Puts {@code source} in the place of {@code target}, which is kept until the last moment. */
    public static void replace(Path source, Path target) throws IOException {
        Path old = source.resolveSibling(source.getFileName() + ".old");
        delete(old);
        Files.createDirectories(target.getParent());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            requireOwned(target);
            move(target, old);
        }
        try {
            move(source, target);
        } catch (IOException e) {
            if (Files.exists(old)) {
                move(old, target);
            }
            throw e;
        }
        delete(old);
    }

    private static void move(Path source, Path target) throws IOException {
        try {
            Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(source, target);
        }
    }
}
