/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.amd.ToolDoubles;
import io.github.mnisthls.amd.run.SynthesisRunner;
import io.github.mnisthls.it.TinyDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may read what a build writes is the user's to say. */
@Slow
@Thorough
class UmaskTest {
    private static final int MINUTES = 5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"022, rwxr-xr-x rw-r--r--", "077, rwx------ rw-------"})
    void allThatABuildWritesFollowsTheUmask(String umask, String expected) throws Exception {
        String compiler = ExternalProgram.require("g++", "g++", UmaskTest.class).toString();
        TinyDataset.write(folder.resolve("dataset"));
        Path built = folder.resolve("built");

        ToolDoubles.require(UmaskTest.class);
        String tool = ToolDoubles.vitisHls(folder.resolve("tool"), "2023.2").toString();
        build(
                umask,
                List.of(
                        folder.resolve("dataset").toString(),
                        built.toString(),
                        compiler,
                        "1",
                        "ap_fixed<16,8>",
                        "tool=" + tool));

        NavigableMap<String, NavigableSet<String>> seen = permissions(built);
        assertThat(String.join(" ", seen.descendingKeySet()))
                .as(() -> outliers(seen))
                .isEqualTo(expected);
        assertThat(seen.firstEntry().getValue()).contains("work/hls/src/top.cpp");
        assertThat(seen.lastEntry().getValue()).anyMatch(name -> name.endsWith("/csynth/rerun.sh"));
    }

    /** One file of each. */
    private static String outliers(Map<String, NavigableSet<String>> seen) {
        Map<String, String> some = new TreeMap<>();
        seen.forEach((permissions, names) -> some.put(permissions, names.first()));
        return some.toString();
    }

    private void build(String umask, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask " + umask + " && exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--add-modules=jdk.incubator.vector", "-cp"));
        command.addAll(List.of(System.getProperty("java.class.path"), CrashBuild.class.getName()));
        command.addAll(arguments);
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(SynthesisRunner.DOUBLES, "accept");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /** Names by what everyone may do with the file. */
    private static NavigableMap<String, NavigableSet<String>> permissions(Path root) throws IOException {
        NavigableMap<String, NavigableSet<String>> names = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
                names.computeIfAbsent(permissions, key -> new TreeSet<>())
                        .add(root.relativize(path).toString());
            }
        }
        return names;
    }
}
