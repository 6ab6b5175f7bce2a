/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        String synthesized = run(StepName.CSYNTH, "1", Map.of());
        run(StepName.EXPORT, "1", CurrentResults.upstream(StepName.CSYNTH, synthesized));
    }

    @Test
    void aResultCountsWhileThatBeforeItIsTheSame() throws Exception {
        assertThat(results.isCurrent(StepName.EXPORT)).isTrue();

        run(StepName.CSYNTH, "2", Map.of("clock", "8"));

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

    private StepRunner newBuild() {
        return new StepRunner(
                work,
                StepName.EXPORT,
                false,
                "1.0.0",
                new SharedSettings(new ConcurrentHashMap<>(), "test"),
                new KnownDigests(new ConcurrentHashMap<>()));
    }

    private String run(StepName name, String result, Map<String, String> inputs)
            throws IOException, InterruptedException {
        return newBuild().bringUpToDate(new Step() {
            @Override
            public StepName name() {
                return name;
            }

            @Override
            public Map<String, String> inputs() {
                return inputs;
            }

            @Override
            public void run(Path staging) throws IOException {
                Files.writeString(staging.resolve("result.json"), "\"" + result + "\"");
            }
        });
    }
}
