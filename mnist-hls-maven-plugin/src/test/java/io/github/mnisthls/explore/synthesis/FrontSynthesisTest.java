/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.Slow;
import io.github.mnisthls.amd.AmdToolchain;
import io.github.mnisthls.amd.ToolDoubles;
import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.amd.run.SynthesisRunner;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.GenerationChoice;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.explore.Exploration;
import io.github.mnisthls.explore.PointJobs;
import io.github.mnisthls.explore.SearchKind;
import io.github.mnisthls.explore.TinySpaces;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.job.Worker;
import io.github.mnisthls.explore.result.FrontTable;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.run.LocalExecutor;
import io.github.mnisthls.explore.run.Machine;
import io.github.mnisthls.explore.space.Space;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.toolchain.Installation;
import io.github.mnisthls.toolchain.SynthesisListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a double of the tool, whose figures are the same for any design. */
@Slow
class FrontSynthesisTest {
    private static final Space SPACE = TinySpaces.space(List.of("auto:8", "auto:6"), List.of("fastest"));

    @TempDir
    private Path folder;

    private Path tool;
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void install() throws IOException {
        ToolDoubles.require(FrontSynthesisTest.class);
        tool = ToolDoubles.vitisHls(folder.resolve("tool"), "2023.2");
    }

    @Test
    void theFirstOfTheFrontHaveTheToolsFiguresAndKeepTheEstimates() throws Exception {
        Results estimated = explore(0, true);
        Results results = explore(1, true);

        List<Row> measured = measured(results);
        assertThat(measured).hasSize(1);
        Row row = measured.get(0);
        assertThat(row.point().number())
                .isEqualTo(estimated.frontInOrder().get(0).point().number());
        assertThat(row.estimate()).isEqualTo(estimated.frontInOrder().get(0).figures());
        assertThat(row.figures()).isNotEqualTo(row.estimate());
        assertThat(row.details().orElseThrow().measured().orElseThrow().tool()).startsWith("vitis_hls 2023.2");
        assertThat(row.figures().orElseThrow().accuracy())
                .isEqualTo(row.estimate().orElseThrow().accuracy());
        JsonNode point = Json.read(folder.resolve("explore/results.json"), JsonNode.class)
                .get("points")
                .get(row.point().number() - 1);
        assertThat(point.at("/details/measured/estimate/lut").longValue())
                .isEqualTo(row.estimate().orElseThrow().lut());
        assertThat(point.at("/figures/lut").longValue())
                .isEqualTo(row.figures().orElseThrow().lut());
        if (results.front().contains(row)) {
            assertThat(FrontTable.of(results).caption()).contains("estimates in parentheses where vitis_hls 2023.2");
        }
        assertThat(told).anyMatch(line -> line.contains("says interval") && line.contains("estimate"));
    }

    @Test
    void whatTheToolSaidIsNotAskedAgain() throws Exception {
        explore(2, true);
        String before = Files.readString(folder.resolve("explore/results.csv"));
        ToolDoubles.misbehave(tool, "no-report");

        explore(2, true);

        assertThat(Files.readString(folder.resolve("explore/results.csv"))).isEqualTo(before);
    }

    /** As everywhere outside of tests. */
    @Test
    void figuresOfADoubleAreNoneWhereDoublesDoNotCount() throws Exception {
        Results results = explore(1, false);

        assertThat(measured(results)).isEmpty();
        assertThat(results.rows().stream().map(Row::reason)).anyMatch(reason -> reason.contains("double of the tool"));
        assertThat(results.rows()).allMatch(row -> row.status() == Row.Status.DONE);
        assertThat(results.rows()).extracting(Row::figures).isEqualTo(figures(explore(0, false)));
    }

    private static List<Object> figures(Results results) {
        return results.rows().stream().<Object>map(Row::figures).toList();
    }

    private static List<Row> measured(Results results) {
        return results.rows().stream()
                .filter(row -> row.details().flatMap(Row.Details::measured).isPresent())
                .toList();
    }

    private Results explore(int synthesized, boolean doublesCount) throws Exception {
        Site site = TinySpaces.site(folder);
        Worker worker = new Worker(site, line -> {});
        PointJobs jobs = TinySpaces.jobs();
        FrontSynthesis synthesis = new FrontSynthesis(
                new Synthesizer(site, form(), run(doublesCount), SynthesisListener.NONE), jobs, synthesized, told::add);
        try (LocalExecutor executor = new LocalExecutor(new Machine(2, 1), worker::run)) {
            return new Exploration(
                            site.root(),
                            SPACE,
                            SearchKind.GRID.of(
                                    SPACE,
                                    0,
                                    1,
                                    1,
                                    TinySpaces.wishes().objectives(),
                                    TinySpaces.wishes().constraints()),
                            TinySpaces.wishes(),
                            jobs,
                            told::add)
                    .run(executor, synthesis::run);
        }
    }

    private static DesignForm form() {
        return new DesignForm(
                InterfaceKind.AXIS,
                ControlProtocol.AP_CTRL_NONE,
                new DesignNames("cnn", "cnn_net", ""),
                SampleDialects.TODAY,
                Optional.empty());
    }

    private ToolRun run(boolean doublesCount) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(SynthesisRunner.DOUBLES, doublesCount ? "accept" : "");
        AmdToolchain toolchain = new AmdToolchain(
                new ToolRequest(Optional.of(tool), Optional.empty(), Optional.empty(), environment),
                GenerationChoice.AUTO);
        return new ToolRun(
                ((Installation.Found) toolchain.find()).tool(),
                AmdExportFormat.IP_CATALOG,
                List.of(),
                Optional.empty(),
                OptionalLong.empty());
    }
}
