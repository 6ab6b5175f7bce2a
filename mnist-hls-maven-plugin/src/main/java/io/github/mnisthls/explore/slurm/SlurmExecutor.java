/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.slurm;

import io.github.mnisthls.explore.job.Job;
import io.github.mnisthls.explore.job.JobStore;
import io.github.mnisthls.explore.job.Unit;
import io.github.mnisthls.explore.run.Ended;
import io.github.mnisthls.explore.run.Executor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has units done by Slurm, one task of an array each, and submits again what was lost. Tasks of an exploration that was left
 * alone are found again by their arrays' comments, and waited for. What it waits for is canceled when it is closed, or when
 * this JVM is ended by Ctrl-C; nothing else ever is.
 */
public final class SlurmExecutor implements Executor {
    /** A file of a node may be seen here some time after its task has ended. */
    private static final int LOOKS = 3;

    private final JobStore store;
    private final SlurmSettings settings;
    private final SlurmQueue queue;
    private final Submitter submitter;
    private final Poll poll;
    private final Consumer<String> log;
    private final Thread hook = new Thread(this::cancel, "scancel");
    private final Map<String, Task> byJob = new HashMap<>();
    private final Map<String, Task> open = new LinkedHashMap<>();
    private Map<String, String> leftAlone;
    private int running;
    private int silent;

    SlurmExecutor(Cluster cluster, SlurmSettings settings, Consumer<String> log) {
        this.store = new JobStore(cluster.root());
        this.settings = settings;
        this.queue = new SlurmQueue(cluster.commands(), cluster.name(), cluster.user());
        this.submitter = new Submitter(cluster, settings, log);
        this.poll = new Poll(settings.pollSeconds(), cluster.pause());
        this.log = log;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** On this machine's Slurm. */
    public static SlurmExecutor on(Cluster cluster, SlurmSettings settings, Consumer<String> log) {
        return new SlurmExecutor(cluster, settings, log);
    }

    @Override
    public boolean queuesBehind() {
        return true;
    }

    @Override
    public void submit(List<Unit> units) throws IOException {
        if (leftAlone == null) {
            leftAlone = queue.entries().map(submitter::aliveUnits).orElse(Map.of());
        }
        int found = 0;
        for (Unit unit : units) {
            Task task = new Task(unit, settings.memoryMiB());
            String id = leftAlone.get(unit.key());
            if (id != null) {
                task.submittedAs(id);
                found++;
            }
            synchronized (this) {
                open.put(unit.key(), task);
            }
            unit.jobs().forEach(job -> byJob.put(job.key(), task));
        }
        if (found > 0) {
            log.accept(found + " jobs are already in the queue; waiting for them");
        }
        submitter.submit(open.values(), this::upstream);
    }

    /** The task that must end before; empty if what it takes is there. */
    private Optional<Task> upstream(Task task) {
        return task.unit.upstream().map(Job::key).map(byJob::get);
    }

    @Override
    public List<Ended> await() throws IOException, InterruptedException {
        poll.await();
        Optional<Map<String, SlurmQueue.Entry>> entries = queue.entries();
        if (entries.isEmpty()) {
            if (silent++ == 0) {
                log.accept("Slurm does not answer; asking again");
            }
            return List.of();
        }
        silent = 0;
        List<Ended> ended = new ArrayList<>();
        for (List<Ended> more = ended(entries.get()); !more.isEmpty(); more = orphans()) {
            more.forEach(end -> forget(end.unit()));
            ended.addAll(more);
        }
        if (!ended.isEmpty()) {
            poll.somethingHappened();
        }
        submitter.submit(open.values(), this::upstream);
        return ended;
    }

    /** Tasks that Slurm does not have, and that nothing is left to wait for. */
    private List<Ended> orphans() {
        return open.values().stream()
                .filter(task ->
                        task.id().isEmpty() && !isReady(task) && upstream(task).isEmpty())
                .map(task -> new Ended(task.unit, Optional.of("a job that it depends on failed")))
                .toList();
    }

    private boolean isReady(Task task) {
        return task.unit.upstream().map(this::succeeded).orElse(true);
    }

    private synchronized void forget(Unit unit) {
        open.remove(unit.key());
        unit.jobs().forEach(job -> byJob.remove(job.key()));
    }

    private List<Ended> ended(Map<String, SlurmQueue.Entry> entries) throws IOException {
        List<Task> gone = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        running = 0;
        for (Task task : open.values()) {
            SlurmQueue.Entry entry = entries.get(task.id());
            if (entry != null && entry.state().isAlive() && !entry.state().isBehindAFailure()) {
                running += entry.state().isRunning() ? 1 : 0;
                task.seen();
            } else if (!task.id().isEmpty()) {
                gone.add(task);
                if (entry == null && !hasResults(task.unit)) {
                    unknown.add(task.id());
                }
            }
        }
        Map<String, JobState> accounted = queue.accounted(unknown);
        List<Ended> ended = new ArrayList<>();
        for (Task task : gone) {
            SlurmQueue.Entry entry = entries.get(task.id());
            JobState state = entry != null ? entry.state() : accounted.getOrDefault(task.id(), JobState.unknown());
            judged(task, state).ifPresent(ended::add);
        }
        return ended;
    }

    private boolean hasResults(Unit unit) {
        return unit.jobs().stream().allMatch(job -> store.result(job).isPresent());
    }

    /** What becomes of a task that Slurm does nothing with any more; empty if that is not the end. */
    private Optional<Ended> judged(Task task, JobState state) {
        if (hasResults(task.unit)) {
            submitter.removeLog(task);
            return Optional.of(new Ended(task.unit, Optional.empty()));
        }
        boolean isReady = isReady(task);
        if (!isReady || state.isBehindAFailure()) {
            return behindAFailure(task, isReady);
        }
        boolean mayBeLate = state.name().equals("COMPLETED") || state.equals(JobState.unknown());
        if (mayBeLate && task.lookedForInVain() < LOOKS) {
            return Optional.empty();
        }
        Judge judge = Judge.of(state, submitter.log(task));
        if (state.isHeldAfterAFailure()) {
            submitter.cancel(task);
        }
        String told = task.unit.title() + " (" + task.id() + "): " + judge.text();
        if (!judge.again() || task.isGivenUp(settings.retries())) {
            return Optional.of(new Ended(task.unit, Optional.of(told)));
        }
        if (judge.memory()) {
            task.doubleMemory();
        }
        log.accept(told + "; submitted again");
        return Optional.empty();
    }

    private boolean succeeded(Job job) {
        return store.result(job).filter(result -> result.succeeded()).isPresent();
    }

    /** It is submitted again if what it waits for may still come, or has come in another attempt. */
    private Optional<Ended> behindAFailure(Task task, boolean isReady) {
        if (isReady || upstream(task).isPresent()) {
            task.withdraw();
            return Optional.empty();
        }
        return Optional.of(new Ended(task.unit, Optional.of("a job that it depends on failed")));
    }

    @Override
    public int running() {
        return running;
    }

    /** How often Slurm was asked for the queue. */
    public long polls() {
        return poll.count();
    }

    @Override
    public void close() {
        cancel();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook runs, and finds the same to do.
            return;
        }
    }

    private synchronized void cancel() {
        submitter.cancel(open.values());
    }
}
