/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Does units in this JVM. Safe for threads. */
public final class Worker {
    private final Site site;
    private final JobStore store;
    private final Consumer<String> notice;
    private Dataset dataset;

    /**
     * @param notice told what the user should know besides
     */
    public Worker(Site site, Consumer<String> notice) {
        this.site = site;
        this.store = new JobStore(site.root());
        this.notice = notice;
    }

    /**
     * Does the jobs of a unit that are not done; those before it must be.
     *
     * @param threads at least 1; the results do not depend on it
     * @return whether those may begin that take its results
     */
    public boolean run(Unit unit, int threads) throws IOException {
        if (unit.upstream().flatMap(store::result).filter(JobResult::succeeded).isEmpty()
                && unit.upstream().isPresent()) {
            // Nothing is known of these jobs, and nothing may be written down.
            throw new IOException("a job that it depends on has no result");
        }
        if (unit.jobs().get(0) instanceof PlanJob first) {
            PlanWork work = new PlanWork(store, first.quantized());
            for (Job job : unit.jobs()) {
                if (store.result(job).isEmpty()) {
                    store.write(job, work.plan((PlanJob) job));
                }
            }
            return true;
        }
        boolean succeeded = true;
        for (Job job : unit.jobs()) {
            succeeded &= single(job, threads);
        }
        return succeeded;
    }

    private boolean single(Job job, int threads) throws IOException {
        var before = store.result(job);
        if (before.isPresent()) {
            return before.get().succeeded();
        }
        Path staging = store.staging(job);
        try {
            store.settle(job, staging, make(job, staging, threads));
            return true;
        } catch (InvalidSettingException | TrainingFailedException e) {
            store.write(job, JobResult.failed(e.getMessage()));
            return false;
        } finally {
            FileTree.delete(staging);
        }
    }

    private JobResult make(Job job, Path staging, int threads) throws IOException {
        return job instanceof NetworkJob network
                ? new NetworkWork(site, store, this::images, notice).run(network, staging, threads)
                : new QuantizeWork(store, this::images, notice).run((QuantizeJob) job, staging, threads);
    }

    /** The images, which are read once. */
    private synchronized Dataset images(int classes) {
        if (dataset == null) {
            dataset = site.images(classes);
        }
        return dataset;
    }
}
