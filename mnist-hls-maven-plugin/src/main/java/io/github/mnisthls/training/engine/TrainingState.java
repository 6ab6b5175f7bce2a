/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import io.github.mnisthls.training.EpochReport;
import java.util.ArrayList;
import java.util.List;

/** All that a training must remember between two epochs. Random numbers are drawn from seed and epoch, so need no state. */
final class TrainingState {
    final List<EpochReport> reports = new ArrayList<>();
    final AdamW optimizer;
    final Values current;
    final Values average;
    final Values best;

    /** Learned values and running statistics of a model. */
    static final class Values {
        final float[] parameters;
        final float[] statistics;

        Values(Model model) {
            parameters = model.parameters().clone();
            statistics = model.statistics();
        }

        void copyFrom(Model model) {
            System.arraycopy(model.parameters(), 0, parameters, 0, parameters.length);
            float[] now = model.statistics();
            System.arraycopy(now, 0, statistics, 0, statistics.length);
        }

        void follow(Values target, float kept) {
            follow(parameters, target.parameters, kept);
            follow(statistics, target.statistics, kept);
        }

        private static void follow(float[] values, float[] target, float kept) {
            for (int i = 0; i < values.length; i++) {
                values[i] = kept * values[i] + (1 - kept) * target[i];
            }
        }
    }

    TrainingState(Model model) {
        optimizer = new AdamW(model.parameters().length);
        current = new Values(model);
        average = new Values(model);
        best = new Values(model);
    }

    int epochsDone() {
        return reports.size();
    }

    EpochReport bestReport() {
        EpochReport found = reports.get(0);
        for (EpochReport report : reports) {
            found = report.isBetterThan(found) ? report : found;
        }
        return found;
    }
}
