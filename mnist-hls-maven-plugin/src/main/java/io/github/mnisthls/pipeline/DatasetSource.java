/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The images to train and test with, read when they are needed and then kept.
 */
final class DatasetSource {
    private final Optional<Path> folder;
    private Dataset dataset;
    private String fingerprint;

    /**
     * @param folder of IDX files; MNIST if empty
     */
    DatasetSource(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Changes when the images do. */
    String fingerprint() {
        if (fingerprint == null) {
            fingerprint = folder.map(DatasetReader::fingerprint).orElse("mnist");
        }
        return fingerprint;
    }

    /** Of one image; reads no more than a header, if nothing was read before. */
    Shape shape() {
        if (dataset != null) {
            return dataset.test().shape();
        }
        return folder.map(DatasetReader::shape).orElse(DatasetReader.MNIST_SHAPE);
    }

    /** The images; labels must be below {@code classes}. */
    Dataset read(int classes) {
        if (classes < 2) {
            throw new InvalidSettingException("The network has one output, so the first class is its only answer. Use"
                    + " 2 units for two classes; in a model with a single unit after a sigmoid, give the last layer a"
                    + " second unit whose weights and bias are 0, and put it first.");
        }
        if (dataset == null) {
            dataset = folder.map(path -> DatasetReader.folder(path, classes)).orElseGet(DatasetReader::mnist);
        }
        return dataset;
    }
}
