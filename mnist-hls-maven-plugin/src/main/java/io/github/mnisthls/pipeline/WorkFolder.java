/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that holds all outputs, usually {@code target/mnist-hls}; used by one build at a time. */
public final class WorkFolder {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);

    static final String LOCK = ".lock";
    static final String STATE = ".state";
    static final String STAGING = ".staging";
    static final String TRAINING = ".training";
    static final String FINETUNING = ".finetuning";
    static final String DIAGNOSING = ".diagnosing";

    private final Path root;

    public WorkFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * This folder, if it is not that of a project or around it.
     *
     * @throws InvalidSettingException if it is
     */
    public WorkFolder besides(Path project) {
        if (project.toAbsolutePath().normalize().startsWith(root)) {
            throw FolderClaim.of(root).refused("the project " + project + " lies in it");
        }
        return this;
    }

    Path root() {
        return root;
    }

    /** Where it lies. */
    @Override
    public String toString() {
        return root.toString();
    }

    /** A step's outputs. */
    Path folder(StepName step) {
        return root.resolve(step.folder());
    }

    /** Where the golden vectors of the generated project lie, relative to another folder, with slashes. */
    public String goldenSeenFrom(Path other, DesignNames names) {
        Path golden = folder(StepName.GENERATE).resolve(ProjectRenderer.golden(names));
        return other.toAbsolutePath().normalize().relativize(golden).toString().replace('\\', '/');
    }

    /**
     * An empty folder where a step's outputs are made before they are complete. A new one each time: a compiler that
     * outlives a killed build may still be writing into an old one.
     */
    Path createStaging(StepName step) throws IOException {
        // Unlike a temporary folder of the system's, it can be read by whom the umask lets.
        return Files.createDirectory(Files.createDirectories(staging()).resolve(step + "-" + UUID.randomUUID()));
    }

    private Path staging() {
        return root.resolve(STAGING);
    }

    /** What is meant to be read: metrics and report. */
    Path report() {
        return root.resolve("report");
    }

    /** What is known of a step's last success. */
    Path record(StepName step) {
        return root.resolve(STATE).resolve(step + ".json");
    }

    /** The figures of the last report, and of one before. */
    Path reported() {
        return root.resolve(STATE).resolve("reported.json");
    }

    /** Where what is found by exploring lies. */
    public Path exploration() {
        return root.resolve("explore");
    }

    /** The names of what a step may have in its folder, while that is being replaced. */
    Path claim(StepName step) {
        return root.resolve(STATE).resolve(step + ".files.json");
    }

    /** Where files of others are moved to that lie where a step's outputs are to be. */
    Path kept(StepName step) {
        return root.resolve("kept").resolve(step.folder());
    }

    /** There while a step's last success does not count, because the step is skipped. */
    Path setAside(StepName step) {
        return root.resolve(STATE).resolve(step + ".skipped");
    }

    /** Where a training is under way: its checkpoints outlive an interruption. */
    Path training() {
        return root.resolve(TRAINING);
    }

    /** The same of a trained network that is trained on. */
    Path finetuning() {
        return root.resolve(FINETUNING);
    }

    /** Where trainings run that show something and leave no network. */
    Path diagnosing() {
        return root.resolve(DIAGNOSING);
    }

    /** Forgets the trained model. */
    public void removeModel() throws IOException {
        Lock lock = lock();
        try {
            Files.deleteIfExists(record(StepName.TRAIN));
            FileTree.delete(folder(StepName.TRAIN));
            FileTree.delete(training());
            FileTree.delete(finetuning());
        } finally {
            lock.close();
        }
    }

    /**
     * Takes the folder for this build until the result is closed.
     *
     * @throws InvalidSettingException if another build uses it, it cannot be written, or it holds what is not ours
     */
    Lock lock() {
        Path file = root.resolve(LOCK);
        FileChannel channel;
        try {
            FolderClaim.of(root).take();
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "The work folder " + root + " cannot be written (" + e + "). Make it writable, or name another one"
                            + " with " + Settings.WORK_DIRECTORY + ".",
                    e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                removeLeftovers();
                return new Lock(channel);
            }
        } catch (OverlappingFileLockException e) {
            return refuse(channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + file, e);
        }
        return refuse(channel);
    }

    /** What builds left that were killed. */
    private void removeLeftovers() {
        try {
            FileTree.delete(staging());
        } catch (IOException e) {
            LOG.debug("Something still writes into {}; the next build removes it", staging(), e);
        }
    }

    private Lock refuse(FileChannel channel) {
        new Lock(channel).close();
        throw new InvalidSettingException("Another build is using " + root
                + ". Wait until it ends, or give this one its own " + Settings.WORK_DIRECTORY + ".");
    }

    /** The exclusive use of a work folder. The system frees it with the process, however that ends. */
    static final class Lock implements AutoCloseable {
        private final FileChannel channel;

        private Lock(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot free the lock of the work folder", e);
            }
        }
    }
}
