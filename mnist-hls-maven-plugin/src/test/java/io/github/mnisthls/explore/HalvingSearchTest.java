/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.job.Unit;
import io.github.mnisthls.explore.job.Worker;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.run.LocalExecutor;
import io.github.mnisthls.explore.run.Machine;
import io.github.mnisthls.explore.space.Space;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Slow
class HalvingSearchTest {
    private static final int EPOCHS = 9;

    /** Eight networks that are fine-tuned (four precisions, two seeds), two that are not. */
    private static final Space SPACE =
            TinySpaces.space(List.of("auto:8", "auto:5", "auto:4", "auto:3", "auto:ternary"), List.of("fastest"));

    @TempDir
    private Path folder;

    private final List<Unit> ran = Collections.synchronizedList(new ArrayList<>());

    @Test
    void fewNetworksAreFineTunedToTheEnd() throws Exception {
        Results results = explore("one", 0);

        assertThat(finetunings(1)).isEqualTo(8);
        assertThat(finetunings(3)).isEqualTo(3);
        assertThat(finetunings(EPOCHS)).isEqualTo(1);
        List<Row> whole = results.rows().stream()
                .filter(row -> row.finetuneEpochs().equals(OptionalInt.of(EPOCHS)))
                .toList();
        assertThat(whole).hasSize(2).allMatch(row -> row.status() == Row.Status.DONE);
        assertThat(results.count(Row.Status.DONE)).isEqualTo(2 * 2 + 2);
        assertThat(results.count(Row.Status.DROPPED)).isEqualTo(2 * 7);
        assertThat(results.front()).allMatch(row -> row.status() == Row.Status.DONE);
        assertThat(results.rows().stream().map(Row::reason))
                .anyMatch(reason -> reason.startsWith("fine-tuned for 1 of 9 epochs"))
                .anyMatch(reason -> reason.startsWith("fine-tuned for 3 of 9 epochs"));
        // The same seed, the same points, the same results.
        explore("other", 0);
        assertThat(csv("other")).isEqualTo(csv("one"));
    }

    @Test
    void aSecondTimeNothingRuns() throws Exception {
        explore("one", 10);
        assertThat(ran).isNotEmpty();
        ran.clear();
        String before = csv("one");

        explore("one", 10);

        assertThat(ran).isEmpty();
        assertThat(csv("one")).isEqualTo(before);
        assertThat(before.lines()).hasSize(1 + 10);
    }

    private long finetunings(int epochs) {
        return ran.stream()
                .flatMap(unit -> unit.jobs().stream())
                .filter(job -> job.title().startsWith("fine-tuning"))
                .filter(job -> job.description().at("/finetuning/epochs").intValue() == epochs)
                .count();
    }

    private String csv(String name) throws Exception {
        return Files.readString(folder.resolve(name).resolve("explore/results.csv"));
    }

    private Results explore(String name, int points) throws Exception {
        Site site = TinySpaces.site(folder.resolve(name));
        Worker worker = new Worker(site, line -> {});
        Wishes wishes = TinySpaces.wishes();
        Search search = SearchKind.HALVING.of(SPACE, points, 1, EPOCHS, wishes.objectives(), wishes.constraints());
        try (LocalExecutor executor = new LocalExecutor(new Machine(2, 1), (unit, threads) -> {
            ran.add(unit);
            worker.run(unit, threads);
        })) {
            return new Exploration(site.root(), SPACE, search, wishes, TinySpaces.jobs(EPOCHS), line -> {})
                    .run(executor);
        }
    }
}
