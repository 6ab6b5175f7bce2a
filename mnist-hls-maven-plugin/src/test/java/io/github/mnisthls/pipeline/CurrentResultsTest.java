/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentResultsTest {
    @TempDir
    private Path folder;

    private WorkFolder work;
    private CurrentResults results;

    @BeforeEach
    void runTheSteps() throws IOException, InterruptedException {
        work = new WorkFolder(folder);
        work.lock().close();
        results = new CurrentResults(work, newBuild());
        for (StepName step : List.of(
                StepName.TRAIN,
                StepName.QUANTIZE,
                StepName.PLAN,
                StepName.GENERATE,
                StepName.CSYNTH,
                StepName.EXPORT)) {
            run(step, "1");
        }
    }

    @Test
    void aResultCountsWhileThatBeforeItIsTheSame() throws Exception {
        assertThat(results.isCurrent(StepName.EXPORT)).isTrue();

        run(StepName.CSYNTH, "2");

        assertThat(results.isCurrent(StepName.CSYNTH)).isTrue();
        assertThat(results.isCurrent(StepName.EXPORT)).isFalse();
    }

    @Test
    void aSkippedStepHasNoResultUntilItCountsAgain() throws Exception {
        results.skip(StepName.CSYNTH);

        assertThat(results.read(StepName.CSYNTH, "result.json", String.class)).isEmpty();
        assertThat(results.isCurrent(StepName.CSYNTH)).isFalse();
        assertThat(results.isCurrent(StepName.EXPORT)).isFalse();

        results.count(StepName.CSYNTH);

        assertThat(results.read(StepName.CSYNTH, "result.json", String.class)).contains("1");
        assertThat(results.isCurrent(StepName.EXPORT)).isTrue();
    }

    @Test
    void aDamagedResultCountsAsNone() throws Exception {
        Files.writeString(work.folder(StepName.CSYNTH).resolve("result.json"), "null");

        assertThat(results.read(StepName.CSYNTH, "result.json", String.class)).isEmpty();
    }

    /** As a record that does not say from which of its dependencies' results the step was made. */
    @Test
    void aResultOfUnknownOriginDoesNotCount() throws Exception {
        run(StepName.CSYNTH, "2", Map.of());

        assertThat(results.isCurrent(StepName.CSYNTH)).isFalse();
        assertThat(results.digest(StepName.CSYNTH)).isEmpty();
    }

    /** Runs the step, from what those before it hold now. */
    private void run(StepName name, String result) throws IOException, InterruptedException {
        Map<StepName, String> upstream = new EnumMap<>(StepName.class);
        name.dependencies()
                .forEach(other -> upstream.put(other, results.digest(other).orElseThrow()));
        run(name, result, upstream);
    }

    private StepRunner newBuild() {
        return new StepRunner(
                work,
                Optional.of(StepName.EXPORT),
                false,
                "1.0.0",
                new SharedSettings(new ConcurrentHashMap<>(), "test"),
                new KnownDigests(new ConcurrentHashMap<>()));
    }

    private void run(StepName name, String result, Map<StepName, String> upstream)
            throws IOException, InterruptedException {
        Step step = new Step() {
            @Override
            public StepName name() {
                return name;
            }

            @Override
            public Map<String, String> inputs() {
                return Map.of("result", result);
            }

            @Override
            public void run(Path staging, UpstreamDigests made) throws IOException {
                Files.writeString(staging.resolve("result.json"), "\"" + result + "\"");
            }
        };
        newBuild().bringUpToDate(step, new UpstreamDigests(upstream));
    }
}
