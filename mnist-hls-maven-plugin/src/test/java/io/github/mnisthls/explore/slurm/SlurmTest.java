/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.Nightly;
import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explores through a real Slurm, and does to it what happens to one. */
@Slow
@Thorough
class SlurmTest {
    private static final long LIMIT_SECONDS = 400;
    private static final int MOST_JOBS = 1000;
    private static final List<String> QUEUE = List.of("squeue", "-h", "-o", "%i");

    @TempDir
    private static Path place;

    private static SlurmSite slurm;
    private static List<String> local;

    @TempDir
    private Path folder;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @BeforeAll
    static void start() throws Exception {
        slurm = SlurmSite.start(place.resolve("slurm"), MOST_JOBS, SlurmTest.class);
        SlurmTrial.locally(place.resolve("local"));
        local = SlurmTrial.files(place.resolve("local"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (slurm != null) {
            slurm.stop();
        }
    }

    /** The next case finds an empty queue and nodes that take jobs: one that could not start a job is drained. */
    @AfterEach
    void emptyQueue() throws Exception {
        for (int second = 0; second < LIMIT_SECONDS && !slurm.run(QUEUE).lines().isEmpty(); second++) {
            slurm.run(List.of("scancel", "--user=" + System.getProperty("user.name")));
            resume("n1");
            resume("n2");
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
        assertThat(slurm.run(QUEUE).lines()).isEmpty();
    }

    /** A node that came back by itself needs none. */
    private static void resume(String node) throws Exception {
        slurm.run(List.of("scontrol", "update", "nodename=" + node, "state=resume"));
    }

    @Test
    void fortyPointsAreTheSameAsLocally() throws Exception {
        explore().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertSameAsLocally();
        assertThat(log).isEmpty();
    }

    /** Slurm lets two minutes pass before it starts a job again whose node died. */
    @Nightly
    @Test
    void aNodeThatDiesHalfWayCostsNothingButTime() throws Exception {
        CompletableFuture<Results> results = explore();
        awaitRunning("n1");

        slurm.kill("n1.pid");
        scontrol("update", "nodename=n1", "state=down", "reason=killed");
        Thread.sleep(Duration.ofSeconds(3).toMillis());
        slurm.script("node", "n1");
        resume("n1");
        results.get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertSameAsLocally();
    }

    @Test
    void whatIsCanceledFromOutsideIsARowAndIsDoneNextTime() throws Exception {
        CompletableFuture<Results> results = explore();
        String id = awaitRunning("n");

        slurm.run(List.of("scancel", id));
        Results first = results.get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertThat(first.count(Row.Status.OPEN)).isZero();
        assertThat(first.rows().stream().map(Row::reason)).anyMatch(reason -> reason.contains("canceled from outside"));

        explore().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertSameAsLocally();
    }

    /** A controller that was started again takes two minutes to trust its nodes. */
    @Nightly
    @Test
    void aControllerThatIsStartedAgainIsWaitedFor() throws Exception {
        CompletableFuture<Results> results = explore();
        awaitRunning("n");

        slurm.kill("controller.pid");
        Thread.sleep(Duration.ofSeconds(5).toMillis());
        slurm.script("controller");
        results.get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertSameAsLocally();
    }

    @Test
    void jobsOfAMavenThatWasKilledAreFoundAgain() throws Exception {
        Process maven = startMaven();
        awaitRunning("n");
        maven.destroyForcibly().waitFor();

        explore().get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertSameAsLocally();
        assertThat(log).anyMatch(line -> line.contains("are already in the queue"));
        assertThat(submittedUnits()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void ctrlCCancelsWhatItSubmittedAndNothingElse() throws Exception {
        String other = slurm.run(List.of("sbatch", "--parsable", "--hold", "--wrap=true"))
                .text();
        Process maven = startMaven();
        awaitRunning("n");

        maven.destroy();
        maven.waitFor();

        Thread.sleep(Duration.ofSeconds(5).toMillis());
        assertThat(slurm.run(QUEUE).lines()).containsExactly(other);
        slurm.run(List.of("scancel", other));
    }

    @Test
    void aFullQueueIsWaitedFor() throws Exception {
        // Jobs that ended are remembered for a while, and count: what fills the queue would not when they are
        // forgotten.
        List<String> known = List.of("squeue", "-h", "-r", "-t", "all");
        for (int second = 0; second < LIMIT_SECONDS && !slurm.run(known).lines().isEmpty(); second++) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
        CommandLine.Answer full =
                slurm.run(List.of("sbatch", "--parsable", "--hold", "--array=0-" + (MOST_JOBS - 12), "--wrap=true"));
        assertThat(full.exitCode()).as(full.text()).isZero();
        CommandLine commands = new Impatient(slurm.commands());
        CompletableFuture<Results> results = explore(commands);
        for (int second = 0; second < LIMIT_SECONDS && log.stream().noneMatch(this::tellsOfAFullQueue); second++) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
        assertThat(log).anyMatch(this::tellsOfAFullQueue);

        slurm.run(List.of("scancel", full.text()));
        results.get(LIMIT_SECONDS, TimeUnit.SECONDS);

        assertSameAsLocally();
    }

    private boolean tellsOfAFullQueue(String line) {
        return line.contains("sbatch takes no more jobs now");
    }

    @Test
    void whatSbatchRefusesIsToldInItsWords() throws Exception {
        assertThatThrownBy(() -> SlurmTrial.throughSlurm(
                        folder, slurm.commands(), SlurmTrial.settings(Optional.of("nowhere")), log::add))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("sbatch takes no jobs")
                .hasMessageContaining("invalid partition");
    }

    /** {@code sbatch} itself waits for minutes where the queue is full; here it gives up at its first try. */
    private record Impatient(CommandLine commands) implements CommandLine {
        @Override
        public Answer run(List<String> words) throws IOException {
            List<String> hurried = new ArrayList<>(words);
            if (words.get(0).equals("sbatch")) {
                hurried.addAll(0, List.of("timeout", "3"));
            }
            return commands.run(hurried);
        }

        @Override
        public void runLast(List<String> words) {
            commands.runLast(words);
        }
    }

    private CompletableFuture<Results> explore() {
        return explore(slurm.commands());
    }

    private CompletableFuture<Results> explore(CommandLine commands) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return SlurmTrial.throughSlurm(folder, commands, SlurmTrial.settings(Optional.empty()), log::add);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Process startMaven() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlurmTrial.class.getName(),
                folder.toString());
        builder.environment().put("SLURM_CONF", slurm.configuration().toString());
        return builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("maven.log").toFile())
                .start();
    }

    private void assertSameAsLocally() throws Exception {
        List<String> files = SlurmTrial.files(folder);
        assertThat(files.get(0).lines())
                .containsExactlyElementsOf(local.get(0).lines().toList());
        assertThat(files.equals(local)).isTrue();
    }

    /** The units of all arrays that Slurm was given for this folder. */
    private List<String> submittedUnits() throws IOException, InterruptedException {
        List<String> units = new ArrayList<>();
        for (String array : new TreeSet<>(
                slurm.run(List.of("squeue", "-h", "-t", "all", "-o", "%k")).lines())) {
            Path list = folder.resolve("explore/arrays").resolve(array).resolve("units.txt");
            if (Files.exists(list)) {
                units.addAll(Files.readAllLines(list));
            }
        }
        return units;
    }

    /** Waits until a task runs on a node whose name begins so; gives its id. */
    private String awaitRunning(String node) throws IOException, InterruptedException {
        for (int half = 0; half < 2 * LIMIT_SECONDS; half++) {
            Optional<String> running =
                    slurm.run(List.of("squeue", "-h", "-t", "running", "-o", "%i %N")).lines().stream()
                            .filter(line -> line.contains(" " + node))
                            .findFirst();
            if (running.isPresent()) {
                return running.get().replaceFirst(" .*", "");
            }
            Thread.sleep(500);
        }
        throw new AssertionError("nothing runs on " + node);
    }

    private static void scontrol(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("scontrol"));
        command.addAll(List.of(words));
        CommandLine.Answer answer = slurm.run(command);
        assertThat(answer.exitCode()).as(answer.text()).isZero();
    }
}
