/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.hardware;

/** What the best of several plans has least of, if all of them are fast enough and fit. */
enum PlanGoal {
    /** Products per cycle: where layers are made of multipliers. */
    MULTIPLIERS(5) {
        @Override
        long cost(Load load) {
            return load.multipliers();
        }
    },
    /** Lookup tables: where layers may also be made of adders, which need nothing else. */
    LUTS(0) {
        @Override
        long cost(Load load) {
            return load.resources().lut();
        }
    };

    private final int measure;

    PlanGoal(int measure) {
        this.measure = measure;
    }

    abstract long cost(Load load);

    /** Place among {@link Weights#MEASURES}. */
    int measure() {
        return measure;
    }
}
