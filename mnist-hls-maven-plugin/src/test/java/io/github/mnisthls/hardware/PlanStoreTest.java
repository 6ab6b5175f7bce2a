/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mnisthls.rendering.SampleNetworks;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanStoreTest {
    @TempDir
    private Path folder;

    private final HardwarePlan plan =
            new Planner().plan(SampleNetworks.lenet(), HardwareRequest.fastest(SampleParts.ZYNQ_7020, 7.25));

    @Test
    void whatIsLoadedIsWhatWasSaved() {
        PlanStore.save(plan, folder);

        assertThat(PlanStore.load(folder)).isEqualTo(plan);
    }

    @Test
    void aPlanThatEndsTooEarlyIsRefused() throws Exception {
        PlanStore.save(plan, folder);
        Path file = folder.resolve(PlanStore.FILE);
        Files.writeString(file, Files.readString(file).substring(0, 500));

        assertThatThrownBy(() -> PlanStore.load(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
    }
}
