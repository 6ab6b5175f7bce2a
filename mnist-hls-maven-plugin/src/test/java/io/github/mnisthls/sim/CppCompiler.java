/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A C++ compiler of this machine, called as strictly as users call it. */
public enum CppCompiler {
    GCC("g++", "g++"),
    CLANG("clang++", "clang");

    static final Path SOURCES = Path.of("../src/test/cpp/sim").toAbsolutePath().normalize();
    private static final Path HEADERS =
            Path.of("../src/main/sim").toAbsolutePath().normalize();
    private static final List<String> STRICT = List.of(
            "-std=c++14", "-pedantic", "-Wall", "-Wextra", "-Wconversion", "-Wsign-conversion", "-Wshadow", "-Werror");

    private final String program;
    private final String debianPackage;

    CppCompiler(String program, String debianPackage) {
        this.program = program;
        this.debianPackage = debianPackage;
    }

    /** Skips the test where the compiler, or a library that a sanitized program needs, is missing. */
    public void require(Class<?> test, Path folder) throws IOException {
        ExternalProgram.require(program, debianPackage, test);
        if (this == CLANG) {
            Command command = Command.builder(folder, program)
                    .args("-print-file-name=libclang_rt.asan-x86_64.a", "-fsanitize=address")
                    .build();
            Path runtime = Path.of(new ProcessRunner().run(command).lastLines().get(0));
            ExternalProgram.requireFile(runtime, "libclang-rt-14-dev", test);
        }
    }

    /** Compiles one source file of the tests and gives the executable. */
    Path compile(String source, Path folder, String... options) throws IOException {
        Path executable = folder.resolve((source + " " + name() + String.join("", options)).replaceAll("[^\\w.]", "_"));
        ProcessResult result =
                call(source, folder, Arrays.asList(options), List.of("-I" + folder, "-o", executable.toString()));
        assertThat(result.succeeded())
                .withFailMessage(() -> this + " cannot compile " + source + ":\n" + text(result))
                .isTrue();
        return executable;
    }

    /** Checks one source file without giving an executable. */
    ProcessResult check(String source, Path folder) throws IOException {
        // Clang goes on after what is refused, and tells what follows from it.
        List<String> output = this == CLANG ? List.of("-ferror-limit=1") : List.of();
        return call(source, folder, List.of("-fsyntax-only"), output);
    }

    private ProcessResult call(String source, Path folder, List<String> options, List<String> output)
            throws IOException {
        List<String> arguments = new ArrayList<>(STRICT);
        arguments.add("-I" + HEADERS);
        arguments.add(SOURCES.resolve(source).toString());
        arguments.addAll(options);
        arguments.addAll(output);
        return new ProcessRunner()
                .run(Command.builder(folder, program).args(arguments).build());
    }

    /** Runs a compiled program in its folder. */
    static ProcessResult run(Path executable, String... arguments) throws IOException {
        return new ProcessRunner()
                .run(Command.builder(executable.getParent(), executable.toString())
                        .args(arguments)
                        .build());
    }

    static String text(ProcessResult result) {
        return String.join("\n", result.lastLines());
    }
}
