/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Files and folders that a setting names: whatever stands there, looking at it comes to an end. Devices and pipes are never
 * opened, and of a folder only its own files are seen, not those of folders in it.
 */
public final class UserFiles {
    /** No model, data file or template that can be used is larger. */
    public static final long MOST_BYTES = 1L << 30;

    private static final int MOST_FILES = 10_000;

    private UserFiles() {}

    /**
     * Refuses what is there but neither a file nor a folder, and files that are too large.
     *
     * @param remedy what to name instead, as an imperative sentence
     * @throws InvalidSettingException if it is refused
     */
    public static void check(Setting setting, Path path, String remedy) {
        if (Files.isDirectory(path)) {
            return;
        }
        if (!Files.isRegularFile(path)) {
            String problem =
                    Files.exists(path) ? "it is neither a file nor a folder" : "there is no such file or folder";
            throw new InvalidSettingException(setting, path, problem, remedy);
        }
        if (size(path) > MOST_BYTES) {
            throw new InvalidSettingException(setting, path, "it has more than " + (MOST_BYTES >> 20) + " MiB", remedy);
        }
    }

    /**
     * SHA-256 of those files of a folder that are wanted.
     *
     * @param wanted by the files' names
     * @throws InvalidSettingException if it is no folder, there are too many files in it, or those that are wanted are too large
     */
    public static Map<String, String> digests(Setting setting, Path folder, Predicate<String> wanted) {
        Map<String, String> digests = new TreeMap<>();
        long bytes = 0;
        int files = 0;
        if (!Files.isDirectory(folder)) {
            throw new InvalidSettingException(setting, folder, "it is not a folder", "Name a folder.");
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path file : entries) {
                String name = file.getFileName().toString();
                files++;
                if (wanted.test(name) && Files.isRegularFile(file)) {
                    bytes += size(file);
                    checkBounds(setting, folder, files, bytes);
                    digests.put(name, Digest.of(file));
                }
                checkBounds(setting, folder, files, bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
        return digests;
    }

    private static void checkBounds(Setting setting, Path folder, int files, long bytes) {
        if (files > MOST_FILES || bytes > MOST_BYTES) {
            throw new InvalidSettingException(
                    setting,
                    folder,
                    files > MOST_FILES
                            ? "it holds more than " + MOST_FILES + " files"
                            : "its files have more than " + (MOST_BYTES >> 20) + " MiB",
                    "Name a folder that holds nothing else.");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
