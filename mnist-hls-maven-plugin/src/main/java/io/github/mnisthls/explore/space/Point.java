/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.space;

import io.github.mnisthls.training.FinetuneMode;

/**
 * One design of a space.
 *
 * @param number        of the point in its space, from 1 on
 * @param network       that is trained
 * @param seed          of its training
 * @param precision     fixed-point formats
 * @param finetune      whether it is trained on with rounding
 * @param products      what multiplies
 * @param device        what it is planned for
 * @param clockPeriodNs in nanoseconds
 * @param target        what is asked of the planner
 */
public record Point(
        int number,
        Alternative network,
        long seed,
        String precision,
        FinetuneMode finetune,
        Products products,
        Device device,
        double clockPeriodNs,
        Target target) {}
