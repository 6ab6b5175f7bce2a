/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore;

import io.github.mnisthls.explore.job.Job;
import io.github.mnisthls.explore.job.JobStore;
import io.github.mnisthls.explore.job.PlanJob;
import io.github.mnisthls.explore.job.Unit;
import io.github.mnisthls.explore.result.Results;
import io.github.mnisthls.explore.result.ResultsWriter;
import io.github.mnisthls.explore.result.Row;
import io.github.mnisthls.explore.run.Executor;
import io.github.mnisthls.explore.run.Outcomes;
import io.github.mnisthls.explore.run.Scheduler;
import io.github.mnisthls.explore.space.Space;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Looks at the points of a space that a search names, and writes down what it sees. */
public final class Exploration {
    private final Space space;
    private final Search search;
    private final Wishes wishes;
    private final PointJobs jobs;
    private final Outcomes outcomes;
    private final RowMaker rows;
    private final ResultsWriter writer;
    private final Consumer<String> log;
    private final Map<Integer, Row> byNumber = new TreeMap<>();
    private final Map<String, List<Integer>> numbers = new HashMap<>();

    /** What is found out about the best points once all are known. */
    @FunctionalInterface
    public interface Refinement {
        /** There is no more to find out. */
        Refinement NONE = (results, changed) -> {};

        /**
         * Finds it out.
         *
         * @param results as they are now
         * @param changed to be told each row that is another
         */
        void run(Supplier<Results> results, Consumer<Row> changed) throws IOException, InterruptedException;
    }

    /**
     * An exploration that has yet to begin.
     *
     * @param root of the results
     * @param log  told how far it is
     */
    public Exploration(Path root, Space space, Search search, Wishes wishes, PointJobs jobs, Consumer<String> log) {
        this.space = space;
        this.search = search;
        this.wishes = wishes;
        this.jobs = jobs;
        this.outcomes = new Outcomes(new JobStore(root));
        this.rows = new RowMaker(outcomes, jobs.finetuneEpochs());
        this.writer = new ResultsWriter(root);
        this.log = log;
    }

    /** Looks at all points; what is known of them is written whatever happens. */
    public Results run(Executor executor) throws IOException, InterruptedException {
        return run(executor, Refinement.NONE);
    }

    /** The same with more about the best points. */
    public Results run(Executor executor, Refinement refinement) throws IOException, InterruptedException {
        // One that is stopped by Ctrl-C leaves what it knows.
        Thread hook = new Thread(this::write, "explore results");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            for (List<Integer> next = search.next(known()); !next.isEmpty(); next = search.next(known())) {
                evaluate(next, executor);
            }
            refinement.run(this::results, row -> {
                put(row);
                write();
            });
            return results();
        } finally {
            write();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down: the hook runs, or has run.
            return;
        }
    }

    private void evaluate(List<Integer> next, Executor executor) throws IOException, InterruptedException {
        Map<String, PlanJob> plans = new LinkedHashMap<>();
        int open = 0;
        for (int number : next) {
            PlanJob job = jobs.of(space.point(number), search.finetuneEpochs());
            Row row = rows.of(space.point(number), job);
            put(row);
            plans.put(job.key(), job);
            if (row.status() == Row.Status.OPEN) {
                open++;
                numbers.computeIfAbsent(job.key(), key -> new ArrayList<>()).add(number);
            }
        }
        List<Unit> units = Units.of(plans.values(), job -> outcomes.result(job).isEmpty());
        ExploreProgress progress = new ExploreProgress(log, open);
        new Scheduler(executor, outcomes, unit -> {
                    unit.jobs().forEach(this::ended);
                    progress.tell(this::results, executor.running());
                    if (writer.isDue()) {
                        write();
                    }
                })
                .run(units);
    }

    private void ended(Job job) {
        if (job instanceof PlanJob plan) {
            numbers.getOrDefault(plan.key(), List.of()).forEach(number -> put(rows.of(space.point(number), plan)));
        }
    }

    private synchronized void put(Row row) {
        byNumber.put(row.point().number(), row);
    }

    private synchronized List<Row> known() {
        return List.copyOf(byNumber.values());
    }

    private Results results() {
        return Results.of(wishes.title(), known(), wishes.objectives(), wishes.constraints());
    }

    private void write() {
        writer.write(results());
    }
}
