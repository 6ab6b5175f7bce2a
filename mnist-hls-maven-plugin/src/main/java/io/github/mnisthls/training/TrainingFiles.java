/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import java.nio.file.Path;

/** Names of the files in a training's folder. */
public record TrainingFiles(Path folder) {
    /** The network as a DL4J zip; not there if DL4J cannot express it. */
    public Path model() {
        return folder.resolve("model.zip");
    }

    /** Loss and accuracy per epoch; written last. */
    public Path history() {
        return folder.resolve("training.json");
    }

    /** The network as raw float32 files. */
    public Path network() {
        return folder.resolve("network");
    }

    /** The network to begin with, where there is one. */
    public Path start() {
        return folder.resolve("start");
    }

    /** The formats that a network was trained for. */
    public Path formats() {
        return folder.resolve("formats.json");
    }

    /** What the training process is to do. */
    public Path job() {
        return folder.resolve("job.json");
    }

    /** The images to train with; there only while the process runs. */
    public Path images() {
        return folder.resolve("images.bin");
    }

    /** Everything the process wrote. */
    public Path log() {
        return folder.resolve("training.log");
    }

    public Path checkpoints() {
        return folder.resolve("checkpoints");
    }

    /** Removes {@link #images()}; harmless if they stay, so nothing is thrown. */
    void deleteImages() {
        if (!images().toFile().delete()) {
            images().toFile().deleteOnExit();
        }
    }
}
