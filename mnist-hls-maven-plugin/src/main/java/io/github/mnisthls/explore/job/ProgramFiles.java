/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;

/** The jars that {@link Main} needs, in a folder that all nodes see: a user's own repository may not be there. */
public final class ProgramFiles {
    private static final List<Class<?>> NEEDED = List.of(
            Main.class, ObjectMapper.class, JsonFactory.class, JsonInclude.class, Jdk8Module.class, Logger.class);

    private ProgramFiles() {}

    /** Copies them, unless they are there; gives the class path. */
    public static List<Path> copy(Path root) throws IOException {
        List<Path> sources = sources();
        StringBuilder names = new StringBuilder();
        for (Path source : sources) {
            BasicFileAttributes file = Files.readAttributes(source, BasicFileAttributes.class);
            names.append(source).append(file.size()).append(file.lastModifiedTime());
        }
        // Jobs of an earlier version may be running: their jars stay as they are.
        Path folder =
                root.resolve("program").resolve(Digest.of(names.toString()).substring(0, 16));
        if (!Files.isDirectory(folder)) {
            Path staging = Files.createDirectories(folder.resolveSibling("." + UUID.randomUUID()));
            for (int i = 0; i < sources.size(); i++) {
                copy(sources.get(i), staging.resolve(name(i, sources.get(i))));
            }
            FileTree.replace(staging, folder);
        }
        List<Path> classPath = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            classPath.add(folder.resolve(name(i, sources.get(i))));
        }
        return classPath;
    }

    private static String name(int number, Path source) {
        return number + "-" + source.getFileName();
    }

    private static void copy(Path source, Path target) throws IOException {
        if (Files.isDirectory(source)) {
            FileTree.copy(source, target);
        } else {
            Files.copy(source, target);
        }
    }

    private static List<Path> sources() {
        return NEEDED.stream().map(ProgramFiles::source).distinct().toList();
    }

    private static Path source(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is not a path", e);
        }
    }
}
