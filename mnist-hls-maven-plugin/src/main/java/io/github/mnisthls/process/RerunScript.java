/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A shell script beside a log that repeats by hand what was run. */
public final class RerunScript {
    private RerunScript() {}

    /**
     * Writes the script, executable where the file system knows such a thing.
     *
     * @param script  the file to write; replaced if it exists
     * @param command what it repeats, without the time limit, which is the plugin's
     */
    public static void write(Path script, Command command) throws IOException {
        Path folder = command.workingDirectory().toAbsolutePath();
        String text = "#!/bin/sh\n"
                + "# Repeats what was run, with the same arguments, in the same folder.\n"
                + "cd " + Shell.quote(folder.toString()) + " || exit 1\n"
                + command.toShellLine() + " < /dev/null\n";
        Files.createDirectories(script.toAbsolutePath().getParent());
        Files.writeString(script, text);
        if (script.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
