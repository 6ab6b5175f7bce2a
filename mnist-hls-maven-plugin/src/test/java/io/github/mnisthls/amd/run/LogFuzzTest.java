/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.amd.run;

import io.github.mnisthls.Slow;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs are read line by line while a tool runs: whatever it prints, reading goes on. */
@Slow
class LogFuzzTest {
    private static final List<String> LINES = List.of(
            "INFO: [HLS 200-1510] Running: csynth_design",
            "Vitis HLS - High-Level Synthesis from C, C++ and OpenCL v2023.1 (64-bit)",
            "images 100",
            "logitsCompared 1000",
            "WARNING: [HLS 200-880] The II Violation in module 'MatrixVector' (loop 'FOLDS'): Unable to enforce a carried dependence",
            "ERROR: [HLS 200-1023] Part 'xc7a35ticsg324-1L-i' is not installed.",
            "ERROR: [HLS 207-3776] use of undeclared identifier 'X' (file.cpp:1:25)",
            "@E Simulation failed: Function 'main' returns nonzero value '1'.",
            "INFO: [HLS 200-789] **** Estimated Fmax: 136.99 MHz",
            "MNIST-HLS OK csynth");

    @TempDir
    private Path folder;

    @Test
    void logs() throws Exception {
        new Fuzzing(folder, "tool logs").runWithoutRefusals((random, place) -> {
            String lines = Mutation.text(String.join("\n", LINES), random);
            return () -> {
                ToolLog log = new ToolLog("all logits agree");
                lines.lines().forEach(log::accept);
                return log.errors().size() + log.knownFailure().map(known -> 1).orElse(0);
            };
        });
    }
}
