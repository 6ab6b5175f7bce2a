/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

/**
 * The one-cycle schedule (Smith, 2018): the learning rate climbs along a cosine for the first 30 % of the steps and
 * falls along a cosine to nearly nothing by the last.
 *
 * @param peak  the largest learning rate
 * @param steps in the whole training
 */
record OneCycle(double peak, int steps) {
    private static final double WARM_UP = 0.3;
    private static final double START_FRACTION = 1.0 / 25;
    private static final double END_FRACTION = 1.0 / 250_000;

    /** The learning rate of a step, counted from 0. */
    double at(int step) {
        double top = Math.max(WARM_UP * steps - 1, 1);
        double last = Math.max(steps - 1, top + 1);
        return step <= top
                ? between(peak * START_FRACTION, peak, step / top)
                : between(peak, peak * END_FRACTION, Math.min((step - top) / (last - top), 1));
    }

    private static double between(double from, double to, double part) {
        return to + (from - to) * (1 + StrictMath.cos(StrictMath.PI * part)) / 2;
    }
}
