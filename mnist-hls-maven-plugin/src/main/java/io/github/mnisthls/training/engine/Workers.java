/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Threads that share the shards of a batch. The caller works too. */
final class Workers implements AutoCloseable {
    private final ExecutorService executor;
    private final int helpers;

    Workers(int threads) {
        helpers = threads - 1;
        executor = Executors.newFixedThreadPool(Math.max(helpers, 1), task -> {
            Thread thread = new Thread(task, "training worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Calls {@code work} for 0 to {@code count - 1} and returns when all are done. */
    void run(int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        Runnable loop = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                work.accept(i);
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < Math.min(helpers, count - 1); i++) {
            running.add(executor.submit(loop));
        }
        loop.run();
        for (Future<?> future : running) {
            await(future);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
