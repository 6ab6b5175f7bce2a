/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A shell script beside a log that repeats by hand what was run. */
public final class RerunScript {
    private static final Map<PosixFilePermission, PosixFilePermission> READERS = Map.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);

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
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(script));
            // Who may read it may run it; who may read it is the umask's to say.
            READERS.forEach((reader, runner) -> {
                if (permissions.contains(reader)) {
                    permissions.add(runner);
                }
            });
            Files.setPosixFilePermissions(script, permissions);
        }
    }
}
