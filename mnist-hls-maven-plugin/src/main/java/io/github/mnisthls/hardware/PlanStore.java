/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A whole plan as a file, so that it is worked out once. */
public final class PlanStore {
    /** Below the folder of the plan. */
    public static final String FILE = "internal/plan.json";

    private PlanStore() {}

    /** Writes the plan. The same plan gives the same bytes. */
    public static void save(HardwarePlan plan, Path folder) {
        AtomicFile.write(folder.resolve(FILE), Json.write(plan));
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @throws UncheckedIOException if it cannot be read or is no plan
     */
    public static HardwarePlan load(Path folder) {
        return Json.read(folder.resolve(FILE), HardwarePlan.class);
    }
}
