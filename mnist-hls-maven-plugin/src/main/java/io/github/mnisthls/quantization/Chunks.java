/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.quantization;

import io.github.mnisthls.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Splits a range of images into chunks that several threads take in turn. */
public final class Chunks {
    private Chunks() {}

    /** Works on the images from {@code first} to before {@code end}. */
    @FunctionalInterface
    public interface Worker {
        void work(int first, int end);
    }

    /**
     * Has every chunk worked on once, and returns when all are done. The first failure of a worker is thrown on.
     *
     * @param what    the images are for, as people are told
     * @param count   number of images
     * @param size    images per chunk; the last may be shorter
     * @param threads at least 1
     * @param workers gives each thread a worker of its own, with its own buffers
     */
    public static void forEach(String what, int count, int size, int threads, Supplier<Worker> workers) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        int chunks = (count + size - 1) / size;
        int used = Math.min(threads, chunks);
        AtomicInteger next = new AtomicInteger();
        Progress progress = Progress.of("images " + what, count);
        Callable<Void> loop = () -> {
            Worker worker = workers.get();
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                int end = Math.min(count, (chunk + 1) * size);
                worker.work(chunk * size, end);
                progress.add(end - (long) chunk * size);
            }
            return null;
        };
        if (used > 0) {
            runAll(loop, used);
        }
    }

    private static void runAll(Callable<Void> loop, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Void>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(loop));
            }
            for (Future<Void> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while computing images", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
