/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A project of a dozen lines of C++ in the form that the plugin generates. */
final class SmallProject {
    static final String TOP = "twice";
    static final String VERDICT = "TESTBENCH PASS";

    private SmallProject() {}

    static Path copyTo(Path folder) throws IOException, URISyntaxException {
        Path source = Path.of(SmallProject.class.getResource("project").toURI());
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return folder;
    }
}
