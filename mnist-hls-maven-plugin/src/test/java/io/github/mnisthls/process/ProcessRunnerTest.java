/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Slow
@Timeout(300)
class ProcessRunnerTest {
    private static final Duration SHORT = Duration.ofMillis(600);
    /** Long enough for a shell to start its children on a busy machine. */
    private static final Duration AFTER_START = Duration.ofSeconds(3);

    private final ProcessRunner runner = new ProcessRunner();

    @TempDir
    Path folder;

    private Command.Builder shell(String script) {
        return Command.builder(folder, "sh").args("-c", script);
    }

    @Test
    void givesStatusAndMergedOutputAndLog() throws Exception {
        Path log = folder.resolve("logs/run.log");

        ProcessResult result =
                runner.run(shell("echo out; echo err >&2; exit 3").logFile(log).build());

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.timedOut()).isFalse();
        assertThat(result.lastLines()).containsExactly("out", "err");
        assertThat(result.log()).contains(log);
        assertThat(log).hasContent("out\nerr\n");
    }

    @Test
    void passesArgumentsAndFoldersWithBlanksQuotesAndOtherAlphabetsUnchanged() throws Exception {
        Path work = Files.createDirectories(folder.resolve("mein Ordner $x 'größe' 数字"));
        Files.writeString(work.resolve("ask me.sh"), "pwd; printf '%s\\n' \"$@\"\n");

        ProcessResult result = runner.run(Command.builder(work, "sh")
                .args("ask me.sh", "a b", "$HOME", "it's", "", "数")
                .build());

        assertThat(result.lastLines()).containsExactly(work.toRealPath().toString(), "a b", "$HOME", "it's", "", "数");
    }

    @Test
    void addsToTheEnvironment() throws Exception {
        ProcessResult result = runner.run(shell("echo \"$ANSWER; ${PATH:+path}\"")
                .environment("ANSWER", "forty two")
                .build());

        assertThat(result.lastLines()).containsExactly("forty two; path");
    }

    @Test
    void standardInputIsEmptySoThatAPromptEnds() throws Exception {
        ProcessResult result = runner.run(
                shell("cat; echo ended").limit(Duration.ofSeconds(30)).build());

        assertThat(result.lastLines()).containsExactly("ended");
        assertThat(result.timedOut()).isFalse();
    }

    @Test
    void standardInputStaysOpenForAChildThatWatchesItsParent() throws Exception {
        ProcessResult result = runner.run(
                shell("cat; echo ended").keepStandardInputOpen().limit(SHORT).build());

        assertThat(result.timedOut()).isTrue();
        assertThat(result.lastLines()).isEmpty();
    }

    @Test
    void killsTheWholeTreeWhenTimeIsUp() throws Exception {
        ProcessResult result = runner.run(shell("sleep 300 & echo $!; sh -c 'sleep 300 & echo $!; wait'; echo never")
                .limit(AFTER_START)
                .build());

        assertThat(result.timedOut()).isTrue();
        assertThat(result.succeeded()).isFalse();
        assertThat(result.duration()).isBetween(AFTER_START, Duration.ofSeconds(60));
        assertThat(result.lastLines())
                .hasSize(2)
                .allSatisfy(pid -> assertThat(isRunning(pid)).isFalse());
    }

    @Test
    void killsByForceWhatIgnoresThePoliteRequest() throws Exception {
        ProcessResult result = runner.run(shell("trap '' TERM; echo $$; while :; do sleep 1; done")
                .limit(AFTER_START)
                .build());

        assertThat(result.timedOut()).isTrue();
        assertThat(result.exitCode()).isEqualTo(128 + 9);
        assertThat(isRunning(result.lastLines().get(0))).isFalse();
    }

    @Test
    void endsChildrenThatOutliveTheProgramAlsoThoseWithoutAParent() throws Exception {
        // The subshell ends at once, so that nothing connects the sleeping child with the program any more.
        ProcessResult result = runner.run(shell("(sleep 300 & echo $!); exit 0").build());

        assertThat(result.exitCode()).isZero();
        assertThat(result.strays()).isEqualTo(1);
        assertThat(result.duration()).isLessThan(Duration.ofSeconds(30));
        assertThat(isRunning(result.lastLines().get(0))).isFalse();
    }

    @Test
    void tellsTheSignalThatEndedTheProgram() throws Exception {
        ProcessResult result = runner.run(shell("kill -SEGV $$").build());

        assertThat(result.signal()).hasValue(11);
        assertThat(result.succeeded()).isFalse();
    }

    @Thorough
    @Test
    void survivesAFloodThatWouldFillTheDisk() throws Exception {
        Path log = folder.resolve("flood.log");
        long bytes = 100_000_000;

        ProcessResult result = runner.run(shell("yes 'WARNING: 0123456789' | head -c " + bytes + "; echo; echo last")
                .logFile(log)
                .build());

        String cut = "\n... the log ends here: more than 64 MiB\n";
        assertThat(Files.size(log)).isEqualTo((64 << 20) + cut.length());
        try (Stream<String> lines = Files.lines(log)) {
            assertThat(lines.skip(3_000_000).toList()).endsWith(cut.strip());
        }
        assertThat(result.lastLines()).hasSizeLessThan(1000).endsWith("last");
    }

    @Test
    void survivesAFloodWithoutASingleLineEnd() throws Exception {
        ProcessResult result =
                runner.run(shell("head -c 30000000 /dev/zero | tr '\\0' x").build());

        assertThat(result.lastLines()).hasSize(1);
        assertThat(result.lastLines().get(0)).hasSize(LineSplitter.MAX_LINE_BYTES);
    }

    @Test
    void showsEachLineWhileTheProgramRuns() throws Exception {
        List<String> seen = new CopyOnWriteArrayList<>();
        Path flag = folder.resolve("seen");

        ProcessResult result = runner.run(shell("echo first; while [ ! -e seen ]; do sleep 0.05; done; echo second")
                .limit(Duration.ofSeconds(30))
                .listener(line -> {
                    seen.add(line);
                    touch(flag);
                })
                .build());

        assertThat(result.timedOut()).isFalse();
        assertThat(seen).containsExactly("first", "second");
    }

    @Test
    void stopsTheProgramWhenItsListenerFails() {
        Command command = shell("echo boom; sleep 300")
                .listener(line -> {
                    throw new IllegalStateException("listener: " + line);
                })
                .build();

        assertThatThrownBy(() -> runner.run(command))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("listener: boom");
    }

    @Test
    void anInterruptKillsTheTreeAndIsKept() throws Exception {
        AtomicReference<Exception> thrown = new AtomicReference<>();
        AtomicReference<String> child = new AtomicReference<>();
        AtomicReference<Boolean> kept = new AtomicReference<>();
        Thread[] caller = new Thread[1];
        Command command = shell("sleep 300 & echo $!; wait")
                .listener(pid -> {
                    child.set(pid);
                    caller[0].interrupt();
                })
                .build();
        caller[0] = new Thread(() -> {
            try {
                runner.run(command);
            } catch (IOException e) {
                thrown.set(e);
                kept.set(Thread.currentThread().isInterrupted());
            }
        });

        caller[0].start();
        caller[0].join();

        assertThat(thrown.get())
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("sh was stopped: the build was interrupted");
        assertThat(kept.get()).isTrue();
        assertThat(isRunning(child.get())).isFalse();
    }

    @Test
    void theMemoryCeilingHolds() throws Exception {
        ProcessResult result = runner.run(shell("ulimit -v").memoryLimitMiB(512).build());

        assertThat(result.lastLines()).containsExactly("524288");
    }

    @Test
    void theLauncherGetsTheWholeCommand() throws Exception {
        ProcessResult result = runner.run(shell("echo $LAUNCHED; exit 4")
                .launcher(List.of("env", "LAUNCHED=7"))
                .build());

        assertThat(result.lastLines()).containsExactly("7");
        assertThat(result.exitCode()).isEqualTo(4);
    }

    @Test
    void saysWhichProgramCannotBeStarted() {
        assertThatThrownBy(() ->
                        runner.run(Command.builder(folder, "no-such-program").build()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program");
    }

    @Test
    void theRerunScriptRepeatsTheRun() throws Exception {
        Path work = Files.createDirectories(folder.resolve("a folder"));
        Path script = work.resolve("rerun.sh");
        Command command = Command.builder(work, "sh")
                .args("-c", "pwd; echo \"$1\" \"$GREETING\"; exit 5", "sh", "it's")
                .environment("GREETING", "good day")
                .build();

        RerunScript.write(script, command);
        ProcessResult first = runner.run(command);
        ProcessResult again =
                runner.run(Command.builder(folder, script.toString()).build());

        assertThat(first.lastLines()).containsExactly(work.toRealPath().toString(), "it's good day");
        assertThat(again.lastLines()).isEqualTo(first.lastLines());
        assertThat(again.exitCode()).isEqualTo(5);
    }

    @Test
    void noProcessSurvivesThisJvm() throws Exception {
        Command jvm = Command.builder(
                        folder,
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args("-cp", System.getProperty("java.class.path"), RunForever.class.getName())
                .path(folder)
                .build();
        Process process =
                new ProcessBuilder(jvm.words()).redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            String child = output.readLine();
            assertThat(isRunning(child)).isTrue();

            process.destroy();

            assertThat(process.waitFor()).isEqualTo(128 + 15);
            assertThat(isRunning(child)).isFalse();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The program of a JVM that is shut down while it runs something. */
    static final class RunForever {
        private RunForever() {}

        public static void main(String[] args) throws IOException {
            new ProcessRunner()
                    .run(Command.builder(Path.of(args[0]), "sh")
                            .args("-c", "(sleep 300 & echo $!); sleep 300")
                            .listener(System.out::println)
                            .build());
        }
    }

    private static void touch(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the process still runs; one that ended and that nobody has waited for does not. */
    private static boolean isRunning(String pid) {
        try {
            String status = Files.readString(Path.of("/proc", pid, "stat"));
            return !status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void watchedProgramsEndAsOthersDo() throws Exception {
        ProcessResult result =
                runner.run(shell("echo out; cat; kill -11 $$").endWithParent().build());

        assertThat(result.lastLines()).containsExactly("out");
        assertThat(result.signal()).hasValue(11);
        assertThat(result.strays()).isZero();
        assertThat(runner.run(shell("exit 3").endWithParent().build()).exitCode())
                .isEqualTo(3);
        assertThat(runner.run(shell("sleep 100").endWithParent().limit(SHORT).build())
                        .timedOut())
                .isTrue();
    }

    /** What the operating system does to the pipe when the parent is killed. */
    @Test
    void nothingThatWasStartedOutlivesAKilledParent() throws Exception {
        Command command =
                shell("sleep 100 & echo $!; sleep 100").endWithParent().build();
        Process process = ProcessRunner.builder(command, new ProcessTree()).start();
        long child = Long.parseLong(process.inputReader().readLine());
        assertThat(ProcessHandle.of(child)).isPresent();

        process.getOutputStream().close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        for (int i = 0;
                i < 200 && ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false);
                i++) {
            Thread.sleep(50);
        }
        assertThat(ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
    }
}
