/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.dialect;

import io.github.mnisthls.rendering.Coordinates;
import io.github.mnisthls.rendering.ScriptOptions;
import java.util.Optional;

/** Dialects for tests. */
public final class SampleDialects {
    /** Of a Maven project. */
    public static final Coordinates COORDINATES = new Coordinates("org.example", "digits", "1.2-SNAPSHOT");

    /** What is generated where no tool is found. */
    public static final ScriptOptions TODAY = vivado(ToolGeneration.VITIS_KEYED);

    private SampleDialects() {}

    /** For IP, as these releases read it. */
    public static ScriptOptions vivado(ToolGeneration generation) {
        return new ScriptOptions(new AmdDialect(generation, FlowTarget.VIVADO), 3, COORDINATES, Optional.empty());
    }
}
