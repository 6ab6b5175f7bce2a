/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.run;

import io.github.mnisthls.explore.job.Job;
import io.github.mnisthls.explore.job.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Brings units to their end, each after the one whose result it takes. A unit that fails ends those behind it, no others. */
public final class Scheduler {
    private final Executor executor;
    private final Outcomes outcomes;
    private final Consumer<Unit> ended;
    private final Map<String, List<Unit>> behind = new HashMap<>();
    private int open;

    /**
     * @param ended told of each unit whose jobs have results or {@linkplain Outcomes#reason reasons}
     */
    public Scheduler(Executor executor, Outcomes outcomes, Consumer<Unit> ended) {
        this.executor = executor;
        this.outcomes = outcomes;
        this.ended = ended;
    }

    /** Comes back when all of them have ended. */
    public void run(List<Unit> units) throws IOException, InterruptedException {
        Set<String> pending = new HashSet<>();
        units.forEach(unit -> unit.jobs().forEach(job -> pending.add(job.key())));
        List<Unit> first = new ArrayList<>();
        open = units.size();
        for (Unit unit : units) {
            Optional<Job> before = unit.upstream();
            if (before.isEmpty() || outcomes.succeeded(before.get())) {
                first.add(unit);
            } else if (pending.contains(before.get().key())) {
                behind.computeIfAbsent(before.get().key(), key -> new ArrayList<>())
                        .add(unit);
                if (executor.queuesBehind()) {
                    first.add(unit);
                }
            } else {
                end(new Ended(unit, Optional.of("a job that it depends on has no result")));
            }
        }
        executor.submit(first);
        while (open > 0) {
            for (Ended unit : executor.await()) {
                end(unit);
            }
        }
    }

    private void end(Ended end) throws IOException, InterruptedException {
        open--;
        for (Job job : end.unit().jobs()) {
            if (outcomes.result(job).isEmpty()) {
                Optional<String> before = job.upstream().flatMap(outcomes::reason);
                outcomes.problem(job, before.or(end::problem).orElse("its process left no result"));
            }
        }
        ended.accept(end.unit());
        if (executor.queuesBehind()) {
            return;
        }
        for (Job job : end.unit().jobs()) {
            List<Unit> next = behind.getOrDefault(job.key(), List.of());
            if (outcomes.succeeded(job)) {
                executor.submit(next);
            } else {
                String reason = outcomes.reason(job).orElse("");
                for (Unit unit : next) {
                    end(new Ended(unit, Optional.of(reason)));
                }
            }
        }
    }
}
