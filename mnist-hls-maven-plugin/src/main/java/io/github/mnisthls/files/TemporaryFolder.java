/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.files;

import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of our own for a moment, where the system keeps such. */
public final class TemporaryFolder {
    private TemporaryFolder() {}

    /**
     * Makes and marks one.
     *
     * @throws InvalidSettingException if the system's folder for temporary files is not there or cannot be written
     */
    public static Path create() {
        String place = System.getProperty("java.io.tmpdir");
        try {
            Path folder = Files.createTempDirectory("mnist-hls");
            FolderMark.put(folder);
            return folder;
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "The folder for temporary files (-Djava.io.tmpdir of Maven's JVM)",
                    place,
                    "no folder can be made in it",
                    "Make it, free space in it, or name another one in MAVEN_OPTS.");
        }
    }
}
