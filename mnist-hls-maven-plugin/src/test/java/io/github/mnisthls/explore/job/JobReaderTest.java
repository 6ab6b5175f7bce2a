/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.explore.PointJobs;
import io.github.mnisthls.explore.TinySpaces;
import io.github.mnisthls.explore.space.Space;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process has the same jobs. */
class JobReaderTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsReadIsWhatWasWritten() {
        PointJobs jobs = TinySpaces.jobs();
        Space space = TinySpaces.forty();
        PlanJob one = jobs.of(space.point(1));
        PlanJob finetuned = jobs.of(space.point(17));

        assertThat(finetuned.quantized().finetuning()).isPresent();
        for (Unit unit : List.of(
                Unit.of(List.of(one.quantized().network())),
                Unit.of(List.of(one.quantized())),
                Unit.of(List.of(finetuned.quantized())),
                Unit.of(List.of(one, jobs.of(space.point(2)))))) {
            Path file = new JobStore(folder).describe(unit);
            assertThat(JobReader.unit(file)).isEqualTo(unit);
        }
    }

    @Test
    void keysTellInputsApart() {
        PointJobs jobs = TinySpaces.jobs();
        Space space = TinySpaces.forty();

        assertThat(space.size()).isEqualTo((int) java.util.stream.IntStream.rangeClosed(1, space.size())
                .mapToObj(number -> jobs.of(space.point(number)).key())
                .distinct()
                .count());
    }
}
