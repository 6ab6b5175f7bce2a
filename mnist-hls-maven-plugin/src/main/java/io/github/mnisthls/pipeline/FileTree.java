/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whole folders: their digests, their removal, and the replacement of one by another. */
final class FileTree {
    private FileTree() {}

    /** All files below a folder in a fixed order, by their path relative to it with slashes; empty if there is none. */
    static List<String> list(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + root, e);
        }
    }

    /** SHA-256 of all files below a folder. */
    static Map<String, String> digests(Path root) {
        return list(root).stream()
                .collect(Collectors.toMap(
                        name -> name, name -> Digest.of(root.resolve(name)), (first, second) -> first, TreeMap::new));
    }

    /** Copies all files below a folder. */
    static void copy(Path source, Path target) throws IOException {
        for (String name : list(source)) {
            Path file = target.resolve(name);
            Files.createDirectories(file.getParent());
            Files.copy(source.resolve(name), file);
        }
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Puts {@code source} in the place of {@code target}, which is kept until the last moment. */
    static void replace(Path source, Path target) throws IOException {
        Path old = source.resolveSibling(source.getFileName() + ".old");
        delete(old);
        Files.createDirectories(target.getParent());
        if (Files.exists(target)) {
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
