/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

/** Everything up to the generated project. */
public record BuildSettings(TrainSettings train, PrecisionSettings precision, GenerateSettings generate) {
    /** The same with another model. */
    BuildSettings with(TrainSettings other) {
        return new BuildSettings(other, precision, generate);
    }
}
