/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.quantization.Precision;
import java.nio.file.Path;

/**
 * What the process is to do that trains on with rounding.
 *
 * @param training          architecture of the folded network, and settings
 * @param calibrationImages how many of the images show the ranges of the activations
 * @param sparsity          share of each layer's weights that become 0, from 0 to below 1
 */
public record FinetuningJob(TrainingJob training, Precision precision, int calibrationImages, double sparsity) {
    private static final String PRECISION = "precision";
    private static final String CALIBRATION_IMAGES = "calibrationImages";
    private static final String SPARSITY = "sparsity";

    /** No weight becomes 0 that does not round to it. */
    public FinetuningJob(TrainingJob training, Precision precision, int calibrationImages) {
        this(training, precision, calibrationImages, 0);
    }

    public TrainingSettings settings() {
        return training.settings();
    }

    public void write(Path file) {
        ObjectNode node = training.file();
        node.put(PRECISION, precision.text());
        node.put(CALIBRATION_IMAGES, calibrationImages);
        node.put(SPARSITY, sparsity);
        AtomicFile.write(file, Json.write(node));
    }

    /** All that decides the result besides the network that it begins with: memory and threads are left out. */
    public ObjectNode description() {
        ObjectNode node = training.description();
        node.put(PRECISION, precision.text());
        node.put(CALIBRATION_IMAGES, calibrationImages);
        node.put(SPARSITY, sparsity);
        return node;
    }

    public static FinetuningJob read(Path file) {
        JsonNode node = Json.read(file, JsonNode.class);
        return new FinetuningJob(
                TrainingJob.read(file),
                Precision.parse(node.get(PRECISION).textValue()),
                node.get(CALIBRATION_IMAGES).intValue(),
                node.get(SPARSITY).doubleValue());
    }
}
