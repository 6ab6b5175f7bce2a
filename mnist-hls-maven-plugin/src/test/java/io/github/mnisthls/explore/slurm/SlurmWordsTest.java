/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.explore.slurm.CommandLine.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slurm says, and what we make of it. */
class SlurmWordsTest {
    @TempDir
    private Path folder;

    @Test
    void tasksOfArraysAreCounted() {
        assertThat(TaskIds.expand("17_3")).containsExactly("17_3");
        assertThat(TaskIds.expand("17_[0-2,9%4]")).containsExactly("17_0", "17_1", "17_2", "17_9");
        assertThat(TaskIds.expand("17")).isEmpty();
        assertThat(TaskIds.expand("slurm_load_jobs error")).isEmpty();
    }

    @Test
    void theQueueAndTheAccountingAreRead() throws IOException {
        SlurmQueue queue = queue(Map.of(
                "squeue", new Answer(0, List.of("17_1|abc|RUNNING|None", "17_[2-3]|abc|PENDING|Dependency", "noise")),
                "sacct", new Answer(0, List.of("16_0|CANCELLED by 1000", "16_1|OUT_OF_MEMORY"))));

        assertThat(queue.entries().orElseThrow()).containsOnlyKeys("17_1", "17_2", "17_3");
        assertThat(queue.entries().orElseThrow().get("17_1").state().isRunning())
                .isTrue();
        Map<String, JobState> accounted = queue.accounted(List.of("16_0", "16_1"));
        assertThat(accounted.get("16_0").name()).isEqualTo("CANCELLED");
        assertThat(accounted.get("16_1").name()).isEqualTo("OUT_OF_MEMORY");
    }

    /** Some other program may have the name. */
    @Test
    void aFloodIsHeldInPart() {
        SaidLines lines = new SaidLines();
        String line = "x".repeat((1 << 20) - 1);
        for (int i = 0; i < 100; i++) {
            lines.add(line);
        }

        assertThat(lines.toList())
                .hasSize((int) (SaidLines.MOST_CHARACTERS >> 20))
                .containsOnly(line);
    }

    @Test
    void eitherOfThemMayBeMissing() throws IOException {
        SlurmQueue queue = queue(Map.of());

        assertThat(queue.entries()).isEmpty();
        assertThat(queue.accounted(List.of("16_0"))).isEmpty();
    }

    private static SlurmQueue queue(Map<String, Answer> answers) {
        return new SlurmQueue(
                new CommandLine() {
                    @Override
                    public Answer run(List<String> words) {
                        return answers.getOrDefault(words.get(0), new Answer(127, List.of("not found")));
                    }

                    @Override
                    public void runLast(List<String> words) {
                        throw new AssertionError(words);
                    }
                },
                "mnist-hls-x",
                "somebody");
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, true, false, out of time",
        "OUT_OF_MEMORY, true, true, out of memory",
        "PREEMPTED, true, false, preempted",
        "NODE_FAIL, true, false, node was lost",
        "CANCELLED, false, false, canceled from outside",
        "FAILED, true, false, it failed",
        "UNKNOWN, true, false, lost"
    })
    void endsAreToldApart(String state, boolean again, boolean memory, String text) {
        Judge judge = Judge.of(new JobState(state, ""), folder.resolve("no.log"));

        assertThat(judge.again()).isEqualTo(again);
        assertThat(judge.memory()).isEqualTo(memory);
        assertThat(judge.text()).contains(text);
    }

    @Test
    void aTaskThatIsHeldBecauseItCouldNotBeStartedIsNotWaitedFor() {
        JobState held = new JobState("PENDING", "launch failed requeued held");

        assertThat(held.isAlive()).isFalse();
        assertThat(Judge.of(held, folder.resolve("no.log")).again()).isTrue();
        assertThat(new JobState("PENDING", "Priority").isAlive()).isTrue();
    }

    @Test
    void aJvmThatLackedMemoryGetsMore() throws IOException {
        Path log = folder.resolve("0.log");
        Files.writeString(log, "Terminating due to java.lang.OutOfMemoryError: Java heap space\n");

        assertThat(Judge.of(new JobState("FAILED", ""), log).memory()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sbatch: error: Batch job submission failed: Resource temporarily unavailable, true",
        "sbatch: error: QOSMaxSubmitJobPerUserLimit, true",
        "Unable to contact slurm controller (connect failure), true",
        "sbatch: error: invalid partition specified: nowhere, false",
        "Invalid account or account/partition combination specified, false"
    })
    void refusalsPassOrDoNot(String text, boolean passes) {
        assertThat(new Refusal(text).passes()).isEqualTo(passes);
    }
}
