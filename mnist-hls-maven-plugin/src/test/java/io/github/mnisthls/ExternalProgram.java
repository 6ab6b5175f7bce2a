/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.opentest4j.TestAbortedException;

/** Programs that some tests need and a machine may lack. */
public final class ExternalProgram {
    private static final String REQUIRE = "MNIST_HLS_REQUIRE_TOOLS";

    private ExternalProgram() {}

    /**
     * The program's path. Where it is missing the calling test is skipped, with one line that says why; where the
     * environment variable {@code MNIST_HLS_REQUIRE_TOOLS} is 1 the test fails instead.
     */
    public static Path require(String program, String debianPackage, Class<?> test) {
        return find(program).orElseThrow(() -> missing(program, debianPackage, test));
    }

    /** As {@link #require}, for something else than a program on the path: a header, a library. */
    public static void requireFile(Path file, String debianPackage, Class<?> test) {
        if (!Files.exists(file)) {
            throw missing(file.toString(), debianPackage, test);
        }
    }

    /** The program's path, if it is on the search path. */
    public static Optional<Path> find(String program) {
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getenv("PATH"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static RuntimeException missing(String what, String debianPackage, Class<?> test) {
        String line = "SKIPPED " + test.getSimpleName() + ": needs " + what + " (Debian package " + debianPackage + ")";
        if ("1".equals(System.getenv(REQUIRE))) {
            throw new AssertionError(line + ", and " + REQUIRE + "=1 forbids skipping");
        }
        System.out.println(line);
        return new TestAbortedException(line);
    }
}
