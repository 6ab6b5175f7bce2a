/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.amd.ToolDoubles;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.it.TinyDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build is killed while something that it started hangs: that ends too, with its own children, and leaves no files elsewhere. */
@Slow
@Thorough
class OrphansTest {
    private static final Pattern HANGING = Pattern.compile("INFO: hanging, (\\d+)");
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final int OF_EACH = 2;

    @TempDir
    private Path folder;

    private Path compiler;
    private Path temporary;

    @BeforeEach
    void aCompilerThatCanHang() throws IOException {
        Path real = ExternalProgram.require("g++", "g++", OrphansTest.class);
        TinyDataset.write(folder.resolve("dataset"));
        temporary = Files.createDirectories(folder.resolve("tmp"));
        compiler = folder.resolve("g++");
        Files.writeString(compiler, """
            #!/bin/sh
            hang='sleep 600 & echo "$! $$" >FOLDER/pids.tmp; mv FOLDER/pids.tmp FOLDER/pids; wait'
            for word in "$@"; do
              if [ "$last" = -o ] && [ -e FOLDER/compiler ]; then : >"$TMPDIR/cc0.s"; eval "$hang"; fi
              if [ "$last" = -o ] && [ -e FOLDER/testbench ]; then
                printf '#!/bin/sh\\n%s\\n' "$hang" >"$word"
                chmod +x "$word"
                exit
              fi
              last=$word
            done
            exec REAL "$@"
            """.replace("FOLDER", folder.toString()).replace("REAL", real.toString()));
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void nothingOutlivesABuildThatIsKilled() throws Exception {
        for (String program : List.of("compiler", "testbench")) {
            Path hangs = Files.createFile(folder.resolve(program));
            assertEndsWithItsBuild(program, List.of(), this::pids);
            Files.delete(hangs);
            Files.delete(folder.resolve("pids"));
        }
    }

    @Test
    void noToolOutlivesABuildThatIsKilled() throws Exception {
        ToolDoubles.require(OrphansTest.class);
        Path tool = ToolDoubles.vitisHls(folder.resolve("tool"), "2023.2");
        ToolDoubles.misbehave(tool, "hang");

        assertEndsWithItsBuild("tool", List.of("tool=" + tool), this::pidsOfTheTool);
    }

    private void assertEndsWithItsBuild(String program, List<String> more, Callable<List<Long>> hanging)
            throws Exception {
        Process build = build(more);
        try {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (hanging.call().size() < OF_EACH) {
                assertThat(build.isAlive() && System.nanoTime() < end)
                        .as(() -> program + " hangs: " + log())
                        .isTrue();
                Thread.sleep(100);
            }
            List<Long> pids = hanging.call();
            assertThat(pids).as(program).allMatch(OrphansTest::runs);

            build.destroyForcibly().waitFor();

            for (int i = 0; i < 200 && pids.stream().anyMatch(OrphansTest::runs); i++) {
                Thread.sleep(100);
            }
            assertThat(pids).as(program).noneMatch(OrphansTest::runs);
            assertThat(FileTree.list(temporary))
                    .as("temporary files of " + program)
                    .isEmpty();
        } finally {
            build.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            hanging.call().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    private Process build(List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("1", "ap_fixed<16,8>"));
        arguments.addAll(more);
        ProcessBuilder process =
                CrashTrial.building(folder.resolve("dataset"), folder.resolve("built"), compiler, arguments);
        process.environment().put("TMPDIR", temporary.toString());
        return process.redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private List<Long> pids() throws IOException {
        Path file = folder.resolve("pids");
        return Files.exists(file)
                ? Pattern.compile(" ")
                        .splitAsStream(Files.readString(file).strip())
                        .map(Long::valueOf)
                        .toList()
                : List.of();
    }

    private List<Long> pidsOfTheTool() throws IOException {
        List<Long> pids = new ArrayList<>();
        for (String name : FileTree.list(folder.resolve("built"))) {
            if (name.endsWith("vitis_hls.log")) {
                HANGING.matcher(Files.readString(folder.resolve("built").resolve(name)))
                        .results()
                        .map(match -> Long.valueOf(match.group(1)))
                        .forEach(pids::add);
            }
        }
        return pids;
    }

    private static boolean runs(long pid) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }
}
