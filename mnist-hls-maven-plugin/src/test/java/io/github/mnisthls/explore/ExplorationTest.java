/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.Slow;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.job.Unit;
import io.github.mnisthls.explore.job.Worker;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.run.LocalExecutor;
import io.github.mnisthls.explore.run.Machine;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.files.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explores with all jobs in this JVM. */
@Slow
class ExplorationTest {
    @TempDir
    private Path folder;

    private final List<Unit> ran = Collections.synchronizedList(new ArrayList<>());

    @Test
    void pointsShareTheirWork() throws Exception {
        Results results = explore(TinySpaces.forty());

        assertThat(results.rows()).hasSize(40);
        assertThat(results.count(Row.Status.OPEN)).isZero();
        assertThat(results.count(Row.Status.DONE)).isGreaterThan(10);
        // 2 seeds; 5 precisions of each; and the plans of each of these together.
        assertThat(ran.stream().filter(unit -> unit.title().startsWith("training")))
                .hasSize(2);
        assertThat(ran).hasSize(2 + 10 + 10);
        assertThat(results.front()).isNotEmpty();
        assertThat(results.best()).isPresent();
    }

    @Test
    void aFailedPointIsARowWithItsReason() throws Exception {
        Results results = explore(TinySpaces.space(List.of("auto:8"), List.of("fastest", "maxMultipliers=1 maxLut=1")));

        Row failed = results.rows().get(1);
        assertThat(failed.status()).isEqualTo(Row.Status.FAILED);
        assertThat(failed.reason()).contains("lookup tables");
        assertThat(results.rows().get(0).status()).isEqualTo(Row.Status.DONE);
    }

    @Test
    void aSecondTimeRunsOnlyWhatIsNew() throws Exception {
        explore(TinySpaces.space(List.of("auto:8"), List.of("fastest")));
        String before = csv();
        ran.clear();

        explore(TinySpaces.space(List.of("auto:8"), List.of("fastest")));

        assertThat(ran).isEmpty();
        assertThat(csv()).isEqualTo(before);

        explore(TinySpaces.space(List.of("auto:8", "auto:6"), List.of("fastest")));

        assertThat(ran.stream().map(Unit::title))
                .doesNotContain("quantization to auto:8")
                .hasSize(4);
    }

    @Test
    void whatAnExplorationDidThatWasStoppedIsKept() throws Exception {
        Space space = TinySpaces.forty();
        AtomicInteger left = new AtomicInteger(8);
        Site site = TinySpaces.site(folder);
        Worker worker = new Worker(site, line -> {});
        Results first = explore(site, space, unit -> {
            if (left.decrementAndGet() < 0) {
                throw new IOException("the power went");
            }
            worker.run(unit, 1);
        });

        assertThat(first.count(Row.Status.FAILED)).isPositive();
        assertThat(first.rows().stream().map(Row::reason)).anyMatch(reason -> reason.contains("the power went"));
        String whole = csvOf(folder.resolve("other"), space);

        explore(space);

        assertThat(csv()).isEqualTo(whole);
    }

    @Test
    void resultsTellWhatTheRowsHold() throws Exception {
        Results results = explore(TinySpaces.space(List.of("auto:8"), List.of("fastest")));

        JsonNode json = Json.read(folder.resolve("explore/results.json"), JsonNode.class);
        assertThat(json.get("points")).hasSize(4);
        assertThat(json.get("points").get(0).get("settings").get("precision").textValue())
                .isEqualTo("auto:8");
        assertThat(json.get("best").intValue())
                .isEqualTo(results.best().orElseThrow().point().number());
        assertThat(csv().lines()).hasSize(5).first().asString().startsWith("number,status,front,constraints,network");
    }

    @Test
    void productsAreMadeOfWhatASpaceSays() throws Exception {
        List<String> products = List.of(
                "auto", "dsp", "packed", "lut", "adders", "conv1=lut; dense1=adders", "conv1=packed", "conv2=lut");
        List<Row> rows = explore(TinySpaces.ofProducts(products)).rows();

        assertThat(rows.subList(1, 7))
                .extracting(row -> row.details().orElseThrow().foldings().stream()
                        .map(folding -> folding.replaceAll(".*<implementation>|</implementation>.*", ""))
                        .toList())
                .containsExactly(
                        List.of("dsp", "dsp"),
                        List.of("packed", "packed"),
                        List.of("lut", "lut"),
                        List.of("adders", "adders"),
                        List.of("lut", "adders"),
                        List.of("packed"));
        assertThat(rows.subList(0, 7))
                .extracting(row -> row.figures().orElseThrow().dsp() > 0)
                .containsExactly(true, true, true, false, false, false, true);
        assertThat(rows.get(0).details().orElseThrow().foldings()).isEmpty();
        assertThat(rows.get(3).details().orElseThrow().foldings().get(0))
                .matches("<folding><layer>conv1</layer><pe>\\d</pe><simd>\\d</simd><implementation>lut</.*></folding>");
        assertThat(rows.get(4).details().orElseThrow().foldings())
                .startsWith("<folding><layer>conv1</layer><implementation>adders</implementation></folding>");
        assertThat(rows.get(7).reason()).contains("no such layer");
    }

    private Results explore(Space space) throws Exception {
        Site site = TinySpaces.site(folder);
        Worker worker = new Worker(site, line -> {});
        return explore(site, space, unit -> worker.run(unit, 1));
    }

    private interface Work {
        void run(Unit unit) throws IOException;
    }

    private Results explore(Site site, Space space, Work work) throws Exception {
        Search search = SearchKind.GRID.of(
                space,
                0,
                1,
                1,
                TinySpaces.wishes().objectives(),
                TinySpaces.wishes().constraints());
        try (LocalExecutor executor = new LocalExecutor(new Machine(2, 1), (unit, threads) -> {
            ran.add(unit);
            work.run(unit);
        })) {
            return new Exploration(site.root(), space, search, TinySpaces.wishes(), TinySpaces.jobs(), line -> {})
                    .run(executor);
        }
    }

    private String csvOf(Path other, Space space) throws Exception {
        ExplorationTest another = new ExplorationTest();
        another.folder = other;
        another.explore(space);
        return another.csv();
    }

    private String csv() throws IOException {
        return Files.readString(folder.resolve("explore/results.csv"));
    }
}
