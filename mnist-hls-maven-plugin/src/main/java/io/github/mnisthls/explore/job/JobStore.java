/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.explore.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.files.SealedJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/**
 * The results of all jobs, in 256 folders by the first two digits of their keys. A result is there wholly or not at all: its
 * folder is moved to its place, and the file that tells of it is written last.
 */
public final class JobStore {
    private static final int PREFIX = 2;

    private final Path jobs;

    /** The store below an exploration's folder. */
    public JobStore(Path root) {
        this.jobs = root.resolve("jobs");
    }

    /** What came of a job, if it is done; a result that is damaged is made again. */
    public Optional<JobResult> result(Job job) {
        return SealedJson.read(file(job.key(), ".json"), ObjectNode.class).map(JobResult::new);
    }

    /** Says what came of a job. */
    public void write(Job job, JobResult result) {
        SealedJson.write(file(job.key(), ".json"), result.figures());
    }

    /** The files of a job that is done. */
    Path folder(Job job) {
        return file(job.key(), "");
    }

    /** Where a job may keep what spares it a new beginning. */
    Path checkpoints(Job job) {
        return file(job.key(), ".checkpoints");
    }

    /** A network that a job need not train, because somebody did. */
    Path adopted(Job job) {
        return file(job.key(), ".adopted");
    }

    /**
     * Takes over a network that was trained just as a job would train it; does nothing where the job is done.
     *
     * @return whether the job takes it
     */
    public boolean adopt(NetworkJob job, Path network) throws IOException {
        if (result(job).isPresent()) {
            return false;
        }
        Path staging = staging(job);
        FileTree.copy(network, staging);
        FileTree.replace(staging, adopted(job));
        return true;
    }

    /** Where the process that does a unit writes what it has to tell. */
    public Path log(Unit unit) {
        return file(unit.key(), ".log");
    }

    /** Writes what a process is to do; gives the file. */
    public Path describe(Unit unit) {
        Path file = file(unit.key(), ".unit.json");
        AtomicFile.write(file, Json.write(unit.description()));
        return file;
    }

    /** Where the files of a job are made before they are complete. */
    Path staging(Job job) throws IOException {
        Path folder = file(job.key(), "." + UUID.randomUUID());
        return Files.createDirectories(folder);
    }

    /** Puts the files of a job to their place, and says what came of it. */
    void settle(Job job, Path staging, JobResult result) throws IOException {
        FileTree.replace(staging, folder(job));
        write(job, result);
        FileTree.delete(checkpoints(job));
        FileTree.delete(adopted(job));
    }

    private Path file(String key, String ending) {
        return jobs.resolve(key.substring(0, PREFIX)).resolve(key + ending);
    }
}
