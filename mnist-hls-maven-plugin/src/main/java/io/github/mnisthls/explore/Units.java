/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.job.Job;
import io.github.mnisthls.explore.job.PlanJob;
import io.github.mnisthls.explore.job.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Divides the jobs that are to be done among processes. */
final class Units {
    /** Reading a network takes as long as some plans; a hundred of them, no longer than a minute. */
    private static final int MOST_PLANS = 100;

    private Units() {}

    /**
     * The units of plans and of all that they build on, in the order in which they can be done. Which plans go together does not
     * depend on what is done, so that another run knows the units of this one.
     *
     * @param isOpen whether a job is to be done
     */
    static List<Unit> of(Collection<PlanJob> plans, Predicate<Job> isOpen) {
        Map<String, Job> networks = new LinkedHashMap<>();
        Map<String, Job> quantizations = new LinkedHashMap<>();
        Map<String, List<PlanJob>> byNetwork = new LinkedHashMap<>();
        for (PlanJob plan : plans) {
            byNetwork
                    .computeIfAbsent(plan.quantized().key(), key -> new ArrayList<>())
                    .add(plan);
            if (quantizations.putIfAbsent(plan.quantized().key(), plan.quantized()) == null) {
                networks.putIfAbsent(
                        plan.quantized().network().key(), plan.quantized().network());
            }
        }
        List<Unit> units = new ArrayList<>();
        networks.values().stream().filter(isOpen).forEach(job -> units.add(Unit.of(List.of(job))));
        quantizations.values().stream().filter(isOpen).forEach(job -> units.add(Unit.of(List.of(job))));
        for (List<PlanJob> together : byNetwork.values()) {
            for (int first = 0; first < together.size(); first += MOST_PLANS) {
                List<PlanJob> some = together.subList(first, Math.min(together.size(), first + MOST_PLANS));
                if (some.stream().anyMatch(isOpen)) {
                    units.add(Unit.of(some));
                }
            }
        }
        return units;
    }
}
