/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.ExternalProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Slurm of our own on the loopback, with two nodes; nothing of it is left when it is stopped. */
final class SlurmSite {
    private static final Path SCRIPT = Path.of("src/test/slurm/site.sh").toAbsolutePath();
    private static final long LIMIT_SECONDS = 120;

    private final Path folder;

    private SlurmSite(Path folder) {
        this.folder = folder;
    }

    /**
     * Starts it.
     *
     * @param mostJobs the controller takes no more
     */
    static SlurmSite start(Path folder, int mostJobs, Class<?> test) throws IOException, InterruptedException {
        ExternalProgram.require("sbatch", "slurm-wlm", test);
        ExternalProgram.requireFile(Path.of("/usr/sbin/slurmctld"), "slurm-wlm", test);
        ExternalProgram.requireFile(Path.of("/usr/sbin/munged"), "munge", test);
        // Its daemons become the users whose jobs they run.
        ExternalProgram.requireFile(
                Files.isWritable(Path.of("/run")) ? Path.of("/run") : Path.of("the rights of root"), "none", test);
        SlurmSite site = new SlurmSite(folder);
        site.script("start", Integer.toString(mostJobs));
        return site;
    }

    /** The variable that the programs of Slurm look at. */
    Path configuration() {
        return folder.resolve("slurm.conf");
    }

    /** The programs of Slurm, asked about this one. */
    CommandLine commands() {
        return new CommandLine() {
            @Override
            public Answer run(List<String> words) throws IOException {
                try {
                    return SlurmSite.this.run(words);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void runLast(List<String> words) {
                try {
                    SlurmSite.this.run(words);
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    CommandLine.Answer run(List<String> words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("SLURM_CONF", configuration().toString());
        builder.environment().put("SLURM_BITSTR_LEN", "0");
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new CommandLine.Answer(process.exitValue(), lines);
    }

    /** Kills a daemon as a machine dies. */
    void kill(String pidFile) throws IOException, InterruptedException {
        String pid = Files.readString(folder.resolve(pidFile)).strip();
        assertThat(run(List.of("kill", "-9", pid)).exitCode()).isZero();
    }

    /** Starts a daemon again. */
    void script(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString(), words[0], folder.toString()));
        command.addAll(List.of(words).subList(1, words.length));
        Path log = Files.createDirectories(folder).resolve("site.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /** Ends its daemons. */
    void stop() throws IOException, InterruptedException {
        script("stop");
    }
}
