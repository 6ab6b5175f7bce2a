/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files of a folder, in a JVM of little memory. */
final class HostileFiles {
    private HostileFiles() {}

    /**
     * Prints a line for each file: its name, milliseconds, and what reading it ended with.
     *
     * @param arguments the folder
     */
    public static void main(String... arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            long start = System.nanoTime();
            String end = read(file);
            System.out.println(file.getFileName() + "\t" + (System.nanoTime() - start) / 1_000_000 + "\t"
                    + end.replace('\n', ' '));
        }
        System.exit(0);
    }

    private static String read(Path file) {
        try {
            HealthyModels.read(file);
            return "accepted";
        } catch (InvalidSettingException e) {
            return "refused " + e.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return "broken " + e;
        }
    }
}
