/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.simulation;

import java.nio.file.Path;
import java.util.List;

/** How a C simulation went. Only {@link Equal} is a success. */
public sealed interface SimulationResult {
    /**
     * Every logit of the compiled C++ equals the emulator's.
     *
     * @param simulateSeconds wall time of all shards together
     * @param predictions     what the C++ gave for each image, in the images' order
     */
    record Equal(
            int images,
            long logitsCompared,
            double compileSeconds,
            double simulateSeconds,
            List<Prediction> predictions)
            implements SimulationResult {
        public Equal {
            predictions = List.copyOf(predictions);
        }
    }

    /**
     * Some logits differ.
     *
     * @param differences the first ones, as the testbench prints them
     */
    record Different(int images, long logitsCompared, long logitsDiffering, List<String> differences, Path log)
            implements SimulationResult {
        public Different {
            differences = List.copyOf(differences);
        }
    }

    /**
     * The generated project does not compile.
     *
     * @param firstErrors the compiler's first error lines
     */
    record NotCompiled(List<String> firstErrors, Path log) implements SimulationResult {
        public NotCompiled {
            firstErrors = List.copyOf(firstErrors);
        }
    }

    /**
     * The compiler told of no error, but there is no executable.
     *
     * @param reason in a few words
     */
    record CompilerFailed(String reason, List<String> lastLines, Path log) implements SimulationResult {
        public CompilerFailed {
            lastLines = List.copyOf(lastLines);
        }
    }

    /**
     * The testbench ended without a verdict: it crashed, timed out, or missed its data.
     *
     * @param reason in a few words
     */
    record NotFinished(String reason, List<String> lastLines, Path log) implements SimulationResult {
        public NotFinished {
            lastLines = List.copyOf(lastLines);
        }
    }
}
