/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.files.FolderMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BuildGraphTest {
    @TempDir
    private Path folder;

    private final List<StepName> ran = new ArrayList<>();
    private String weights = "1";

    @BeforeEach
    void mark() throws IOException {
        FolderMark.put(folder);
    }

    @Test
    void runsWhatAStepDependsOnFirstAndOnce() throws Exception {
        BuildGraph graph = newBuild();
        String digest = graph.bringUpToDate(StepName.COSIM);

        assertThat(ran)
                .containsExactly(
                        StepName.TRAIN,
                        StepName.QUANTIZE,
                        StepName.PLAN,
                        StepName.GENERATE,
                        StepName.CSYNTH,
                        StepName.COSIM);
        assertThat(graph.bringUpToDate(StepName.COSIM)).isEqualTo(digest);
        graph.bringUpToDate(StepName.EXPORT);
        assertThat(ran).hasSize(7);
    }

    @Test
    void runsOnlyWhatChangedAndWhatDependsOnIt() throws Exception {
        newBuild().bringUpToDate(StepName.REPORT);
        ran.clear();

        newBuild().bringUpToDate(StepName.REPORT);
        assertThat(ran).isEmpty();

        weights = "2";
        newBuild().bringUpToDate(StepName.REPORT);
        assertThat(ran).containsExactly(StepName.QUANTIZE, StepName.PLAN, StepName.GENERATE, StepName.REPORT);
    }

    @Test
    void whatIsThereOfTheToolsIsPackedToo() throws Exception {
        newBuild().bringUpToDate(StepName.PACKAGE);
        assertThat(packed()).doesNotContain("csynth=");
        ran.clear();

        newBuild().bringUpToDate(StepName.CSYNTH);
        newBuild().bringUpToDate(StepName.PACKAGE);

        assertThat(ran).containsExactly(StepName.CSYNTH, StepName.PACKAGE);
        assertThat(packed()).contains("csynth=").doesNotContain("export=");
    }

    @Test
    void aResultOfTheToolsForAnotherDesignIsNotPacked() throws Exception {
        newBuild().bringUpToDate(StepName.CSYNTH);
        weights = "2";
        newBuild().bringUpToDate(StepName.PACKAGE);

        assertThat(packed()).doesNotContain("csynth=");
    }

    @Test
    void aStepThatNobodySetIsNamed() {
        assertThatThrownBy(() ->
                        new BuildGraph(runner(), new CurrentResults(work(), runner())).bringUpToDate(StepName.TRAIN))
                .hasMessage("nobody said how to train");
    }

    @ParameterizedTest
    @EnumSource
    void aStepDependsOnEarlierOnesOnly(StepName step) {
        assertThat(step.dependencies()).allMatch(other -> other.compareTo(step) < 0);
        assertThat(step.takesIfThere()).allMatch(other -> other.compareTo(step) < 0);
    }

    private String packed() throws IOException {
        return Files.readString(work().folder(StepName.PACKAGE).resolve("upstream"));
    }

    private BuildGraph newBuild() {
        StepRunner runner = runner();
        BuildGraph graph = new BuildGraph(runner, new CurrentResults(work(), runner));
        for (StepName step : StepName.values()) {
            graph.add(new RecordedStep(step));
        }
        return graph;
    }

    private WorkFolder work() {
        return new WorkFolder(folder);
    }

    private StepRunner runner() {
        return new StepRunner(
                work(),
                Optional.empty(),
                false,
                "1.0.0",
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()));
    }

    /** Writes from which steps' results it was made; the quantization's result can be changed. */
    private final class RecordedStep implements Step {
        private final StepName name;

        RecordedStep(StepName name) {
            this.name = name;
        }

        @Override
        public StepName name() {
            return name;
        }

        @Override
        public Map<String, String> inputs() {
            return name == StepName.QUANTIZE ? Map.of("weights", weights) : Map.of();
        }

        @Override
        public void run(Path staging, UpstreamDigests upstream) throws IOException {
            ran.add(name);
            Files.writeString(staging.resolve("upstream"), upstream.byStep().toString());
            Files.writeString(staging.resolve("inputs"), inputs().toString());
        }
    }
}
