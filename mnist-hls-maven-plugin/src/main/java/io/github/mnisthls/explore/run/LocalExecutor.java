/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.run;

import io.github.mnisthls.explore.job.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does units on this machine: as many at a time as it has cores, and as many trainings as its memory holds. */
public final class LocalExecutor implements Executor {
    private static final long TICK_MILLIS = 500;

    /** Does one unit, with so many threads. */
    @FunctionalInterface
    public interface Work {
        void run(Unit unit, int threads) throws IOException;
    }

    private final Machine machine;
    private final Work work;
    private final ExecutorService pool;
    private final Semaphore cores;
    private final Semaphore trainings;
    private final AtomicInteger openTrainings = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    public LocalExecutor(Machine machine, Work work) {
        this.machine = machine;
        this.work = work;
        this.pool = Executors.newFixedThreadPool(machine.cores());
        this.cores = new Semaphore(machine.cores(), true);
        this.trainings = new Semaphore(machine.trainings(), true);
    }

    @Override
    public boolean queuesBehind() {
        return false;
    }

    @Override
    public void submit(List<Unit> units) {
        openTrainings.addAndGet((int) units.stream().filter(Unit::isTraining).count());
        // Trainings first: others wait for them, and they take longest.
        List<Unit> ordered = new ArrayList<>(units);
        ordered.sort((left, right) -> Boolean.compare(right.isTraining(), left.isTraining()));
        ordered.forEach(unit -> pool.execute(() -> ended.add(end(unit))));
    }

    private Ended end(Unit unit) {
        try {
            if (unit.isTraining()) {
                trainings.acquire();
                try {
                    return withCores(unit, coresOfATraining());
                } finally {
                    trainings.release();
                    openTrainings.decrementAndGet();
                }
            }
            return withCores(unit, 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Ended(unit, Optional.of("it was interrupted"));
        }
    }

    /** All cores, divided among the trainings that there are to do at once. */
    private int coresOfATraining() {
        return Math.max(1, machine.cores() / Math.max(1, Math.min(machine.trainings(), openTrainings.get())));
    }

    private Ended withCores(Unit unit, int count) throws InterruptedException {
        cores.acquire(count);
        running.incrementAndGet();
        try {
            work.run(unit, count);
            return new Ended(unit, Optional.empty());
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return new Ended(unit, Optional.of(unit.title() + ": " + reason(e)));
        } finally {
            running.decrementAndGet();
            cores.release(count);
        }
    }

    private static String reason(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    @Override
    public List<Ended> await() throws InterruptedException {
        List<Ended> list = new ArrayList<>();
        Ended first = ended.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            list.add(first);
            ended.drainTo(list);
        }
        return list;
    }

    @Override
    public int running() {
        return running.get();
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            // Programs of ours are ended by then, and nothing is half-written.
            pool.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
