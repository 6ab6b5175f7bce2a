/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.toolchain;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One step to run.
 *
 * @param step             what to do
 * @param project          the generated project; it is copied, never written to
 * @param workFolder       the folder that this execution's runs own; the tool works in a folder named after it below
 * @param top              name of the top function
 * @param testbenchVerdict what the testbench prints after comparing every value and finding no difference
 * @param exportFormat     what {@link SynthesisStep#EXPORT} makes
 * @param launcher         words before the command, such as {@code srun --mem=32G}
 * @param limit            the time after which the tool and all it started are killed
 * @param memoryLimitMiB   the most virtual memory that each of the tool's processes may ask for
 */
public record SynthesisRequest(
        SynthesisStep step,
        Path project,
        Path workFolder,
        String top,
        String testbenchVerdict,
        ExportFormat exportFormat,
        List<String> launcher,
        Optional<Duration> limit,
        OptionalLong memoryLimitMiB) {
    public SynthesisRequest {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(exportFormat, "exportFormat");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(memoryLimitMiB, "memoryLimitMiB");
        project = project.toAbsolutePath().normalize();
        workFolder = workFolder.toAbsolutePath().normalize();
        launcher = List.copyOf(launcher);
        if (top.isBlank() || testbenchVerdict.isBlank()) {
            throw new IllegalArgumentException("top and testbenchVerdict must not be blank");
        }
    }

    /** The same for another step. */
    public SynthesisRequest withStep(SynthesisStep other) {
        return new SynthesisRequest(
                other, project, workFolder, top, testbenchVerdict, exportFormat, launcher, limit, memoryLimitMiB);
    }
}
