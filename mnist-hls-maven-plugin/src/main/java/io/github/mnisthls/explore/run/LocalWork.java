/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.run;

import io.github.mnisthls.explore.job.JobStore;
import io.github.mnisthls.explore.job.Main;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.job.Unit;
import io.github.mnisthls.explore.job.Worker;
import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

/** Trainings in JVMs of their own, whose memory is bounded; all else in this one, which has read the images already. */
public final class LocalWork implements LocalExecutor.Work {
    private final Site site;
    private final JobStore store;
    private final ChildJvm jvm;
    private final int memoryMiB;
    private final Consumer<String> notice;
    private final Worker worker;

    /**
     * @param memoryMiB of a training
     * @param notice    told a line now and then
     */
    public LocalWork(Site site, ChildJvm jvm, int memoryMiB, Consumer<String> notice) {
        this.site = site;
        this.store = new JobStore(site.root());
        this.jvm = jvm;
        this.memoryMiB = memoryMiB;
        this.notice = notice;
        this.worker = new Worker(site, notice);
    }

    @Override
    public void run(Unit unit, int threads) throws IOException {
        if (!unit.isTraining()) {
            worker.run(unit, threads);
            return;
        }
        Command command = jvm.command(site.root(), Main.class.getName(), memoryMiB)
                .path(site.root())
                .path(store.describe(unit))
                .args(Integer.toString(threads), "child")
                .logFile(store.log(unit))
                .listener(line -> Optional.of(line)
                        .filter(text -> !text.startsWith("WARNING") && !text.startsWith("@"))
                        .ifPresent(notice))
                .build();
        ProcessResult result = new ProcessRunner().run(command);
        Optional<String> told = ChildFailure.told(result);
        if (told.isPresent()) {
            throw new IOException(told.get());
        }
        if (ChildFailure.lackedMemory(result)) {
            throw new IOException(memoryMiB + " MiB were too little memory; see " + store.log(unit));
        }
        if (store.result(unit.jobs().get(0)).isEmpty()) {
            throw new IOException("exit status " + result.exitCode() + "; see " + store.log(unit));
        }
        Files.deleteIfExists(store.log(unit));
    }
}
