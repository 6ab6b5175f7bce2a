/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The programs of this machine.
 *
 * @param folder they run in
 */
public record SlurmPrograms(Path folder) implements CommandLine {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long LAST_SECONDS = 20;
    private static final int NO_SUCH_PROGRAM = 127;

    @Override
    public Answer run(List<String> words) throws IOException {
        SaidLines lines = new SaidLines();
        Command command = Command.builder(folder, words.get(0))
                .args(words.subList(1, words.size()))
                // Lists of tasks are not cut.
                .environment("SLURM_BITSTR_LEN", "0")
                .limit(LIMIT)
                .listener(lines::add)
                .build();
        try {
            ProcessResult result = new ProcessRunner().run(command);
            return new Answer(result.exitCode(), lines.toList());
        } catch (java.io.InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return new Answer(NO_SUCH_PROGRAM, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** Without the watch that other programs run under, which cannot be set up any more. */
    @Override
    public void runLast(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.err.println(words + " could not be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
