/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.sim;

import static io.github.mnisthls.sim.CppCompiler.text;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers of {@code src/main/sim} under every compiler, optimized or not, with and without sanitizers. */
@Slow
@Thorough
class SimulationHeadersTest {
    private static final String SANITIZE = "-fsanitize=address,undefined";
    private static final String[] CHECKED = {"-O0", SANITIZE, "-fno-sanitize-recover=all"};
    private static final String[] CHECKED_OPTIMIZED = {"-O3", SANITIZE, "-fno-sanitize-recover=all"};
    private static final String[] OPTIMIZED = {"-O3"};

    @TempDir
    Path folder;

    private interface Build<T> {
        T with(String... options) throws IOException;
    }

    /** What each build gives; two compilers at a time. */
    private static <T> List<T> inEach(List<String[]> builds, Build<T> build) {
        return builds.parallelStream()
                .map(options -> {
                    try {
                        return build.with(options);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** Each program of tests under each compiler. */
    static Stream<Arguments> testPrograms() throws IOException {
        try (Stream<Path> files = Files.list(CppCompiler.SOURCES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("_test.cpp"))
                    .sorted()
                    .flatMap(name -> Stream.of(CppCompiler.values()).map(compiler -> arguments(compiler, name)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("testPrograms")
    void passTheirOwnTests(CppCompiler compiler, String source) throws IOException {
        compiler.require(getClass(), folder);

        List<ProcessResult> results = inEach(
                List.of(CHECKED, OPTIMIZED), options -> CppCompiler.run(compiler.compile(source, folder, options)));

        assertThat(results).allSatisfy(result -> {
            assertThat(result.succeeded()).withFailMessage(() -> text(result)).isTrue();
            assertThat(text(result)).contains(" checks, 0 failed");
        });
    }

    @ParameterizedTest
    @EnumSource(CppCompiler.class)
    void computeTheSameInEveryBuild(CppCompiler compiler) throws IOException {
        compiler.require(getClass(), folder);
        Files.writeString(folder.resolve("formats.inc"), DrawnFormats.asCpp(DrawnFormats.draw(new Random(7), 16)));
        Path expected = records(CppCompiler.GCC.compile("differential.cpp", folder, "-O1"));

        assertThat(inEach(
                        List.of(CHECKED, CHECKED_OPTIMIZED, OPTIMIZED),
                        options -> records(compiler.compile("differential.cpp", folder, options))))
                .allSatisfy(file -> assertThat(file).hasSameBinaryContentAs(expected));
    }

    private static Path records(Path executable) throws IOException {
        Path file = Path.of(executable + ".records");
        ProcessResult result = CppCompiler.run(executable, "7", "20000", file.toString());
        assertThat(result.succeeded()).withFailMessage(() -> text(result)).isTrue();
        return file;
    }

    @Test
    void callNothingWhereHardwareIsMadeOfThem() throws IOException {
        Path nm = ExternalProgram.require("nm", "binutils", getClass());
        Path object = CppCompiler.GCC.compile(
                "synthesizable.cpp", folder, "-O2", "-c", "-D__SYNTHESIS__", "-fno-exceptions", "-fno-rtti");

        ProcessResult undefined = new ProcessRunner()
                .run(Command.builder(folder, nm.toString())
                        .args("--undefined-only", object.toString())
                        .build());

        assertThat(undefined.succeeded()).isTrue();
        assertThat(undefined.lastLines()).isEmpty();
    }

    static Stream<Arguments> refusedSources() throws IOException {
        try (Stream<Path> files = Files.list(CppCompiler.SOURCES.resolve("refused"))) {
            return files
                    .map(file -> "refused/" + file.getFileName())
                    .sorted()
                    .flatMap(file -> Stream.of(CppCompiler.values()).map(compiler -> arguments(file, compiler)))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("refusedSources")
    void refuseUnsupportedUsesWithAMessage(String source, CppCompiler compiler) throws IOException {
        compiler.require(getClass(), folder);
        String mark = "/// expected: ";
        String message = Files.readAllLines(CppCompiler.SOURCES.resolve(source)).stream()
                .filter(line -> line.startsWith(mark))
                .findFirst()
                .orElseThrow()
                .substring(mark.length());

        ProcessResult result = compiler.check(source, folder);

        assertThat(result.succeeded()).isFalse();
        assertThat(text(result)).contains(message);
    }

    @Test
    void endASimulationThatMisusesThem() throws IOException {
        Path executable = CppCompiler.GCC.compile("misuse.cpp", folder, "-O1", "-DMNIST_HLS_ENFORCE_DEPTH");
        Map<String, String> messages = Map.ofEntries(
                entry("read-empty", "hls::stream 'pixels' was read while empty"),
                entry("left-over", "hls::stream 'pixels' holds data that was never read (elements now: 1)"),
                entry("overfull", "hls::stream 'pixels' was written while full (elements now: 2)"),
                entry("nan", "conversion from NaN"),
                entry("bit-index", "bit index outside the type"),
                entry("range-order", "bit index outside the type"),
                entry("division", "division by zero"),
                entry("remainder", "division by zero"),
                entry("starved", "hls::stream 'out' was read while empty"),
                entry("blocks-empty", "hls::stream_of_blocks 'rows' was read while empty"),
                entry("blocks-left", "hls::stream_of_blocks 'rows' holds a block that was never read"),
                entry("shift-register", "address outside the register"),
                entry("vector", "index outside the vector"),
                entry("signal", "a signal that does not exist was written"),
                entry("burst", "read without request"),
                entry("burst-order", "a read and a write of the same words are under way at once"),
                entry("response", "response without a burst that is written wholly"),
                entry("text", "the text is not a number of this radix"),
                entry("root", "the function has no value for this number"),
                entry("wait", "the condition does not hold"));

        for (Map.Entry<String, String> entry : messages.entrySet()) {
            ProcessResult result = CppCompiler.run(executable, entry.getKey());
            assertThat(result.succeeded()).isFalse();
            assertThat(text(result)).contains("ERROR: ", entry.getValue());
        }
        assertThat(CppCompiler.run(executable).succeeded()).isTrue();
    }
}
