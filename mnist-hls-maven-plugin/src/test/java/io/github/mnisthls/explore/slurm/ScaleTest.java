/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.explore.Exploration;
import io.github.mnisthls.explore.Search;
import io.github.mnisthls.explore.SearchKind;
import io.github.mnisthls.explore.TinySpaces;
import io.github.mnisthls.explore.Wishes;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.space.Alternative;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.files.FolderMark;
import io.github.mnisthls.process.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way but the work itself, on a cluster of a thousand nodes that fail. */
@Slow
class ScaleTest {
    private static final int PRECISIONS = 10;
    private static final int PARTS = 2;
    private static final int TARGETS = 125;

    /** A hundred thousand points with 40. */
    private static final int SEEDS = Integer.getInteger("mnisthls.explore.seeds", 1);

    @TempDir
    private Path folder;

    @Test
    void everyPointIsDoneWhateverFails() throws Exception {
        FolderMark.put(folder);
        SimulatedCluster slurm = new SimulatedCluster(folder, 1000, 0.05);
        Cluster cluster = new Cluster(slurm, folder, new ChildJvm(List.of(folder)), "somebody", slurm::sleep);
        Space space = space();
        Wishes wishes = TinySpaces.wishes();
        Search search = SearchKind.GRID.of(space, 0, 1, 1, wishes.objectives(), wishes.constraints());
        long start = System.nanoTime();
        Results results;
        long polls;
        try (SlurmExecutor executor = SlurmExecutor.on(cluster, settings(), line -> {})) {
            results = new Exploration(folder, space, search, wishes, TinySpaces.jobs(), line -> {}).run(executor);
            polls = executor.polls();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int points = space.size();
        long files = mostFilesInAFolder();
        System.gc();
        long megabytes =
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        System.out.printf(
                Locale.ROOT,
                "%d points: %.3f ms each, %d MB, %d submissions, %d failures, %d polls in %d s, %d lines each, %d"
                        + " files at most in a folder%n",
                points,
                1000 * seconds / points,
                megabytes,
                slurm.submissions,
                slurm.failed,
                polls,
                slurm.seconds(),
                slurm.queueLines / Math.max(1, polls),
                files);

        assertThat(results.count(Row.Status.DONE)).isEqualTo(points);
        assertThat(slurm.failed).isPositive();
        assertThat(files).isLessThan(2500);
        assertThat(polls).isLessThan(slurm.seconds() / 5 + 10);
    }

    private static SlurmSettings settings() {
        return new SlurmSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                512,
                List.of(),
                10,
                5,
                "java");
    }

    private static Space space() {
        Space tiny = TinySpaces.space(
                IntStream.range(6, 6 + PRECISIONS)
                        .mapToObj(bits -> "auto:" + bits)
                        .toList(),
                IntStream.rangeClosed(1, TARGETS)
                        .mapToObj(most -> "maxMultipliers=" + most)
                        .toList());
        return new Space(
                List.of(new Alternative("tiny", Optional.of(TinySpaces.network()), false)),
                LongStream.rangeClosed(1, SEEDS).boxed().toList(),
                tiny.precisions(),
                tiny.finetunes(),
                tiny.products(),
                tiny.devices().subList(0, PARTS),
                tiny.clocks(),
                tiny.targets());
    }

    private long mostFilesInAFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isDirectory)
                    .mapToLong(ScaleTest::files)
                    .max()
                    .orElse(0);
        }
    }

    private static long files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
