/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.space.Constraints;
import io.github.mnisthls.explore.space.Objective;
import java.util.List;

/**
 * What makes a design good.
 *
 * @param title       of the networks, for reports
 * @param objectives  at least one, the most important one first
 * @param constraints that it has to keep
 */
public record Wishes(String title, List<Objective> objectives, Constraints constraints) {
    public Wishes {
        objectives = List.copyOf(objectives);
    }
}
