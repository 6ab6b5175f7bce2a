/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.file.ArchitectureJson;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** Architecture and settings as the file that the training process reads. */
public record TrainingJob(Architecture architecture, TrainingSettings settings) {
    public TrainingJob {
        architecture = settings.applyTo(architecture);
    }

    public void write(Path file) {
        AtomicFile.write(file, Json.write(file()));
    }

    /** What is written. */
    public ObjectNode file() {
        ObjectNode node = description();
        node.put("memoryMiB", settings.memoryMiB());
        node.put("threads", settings.threads());
        return node;
    }

    /** All that decides the result: memory and threads are left out. */
    public ObjectNode description() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("architecture", ArchitectureJson.write(architecture));
        node.setAll(describe(settings));
        return node;
    }

    /** All settings that decide the result. */
    public static ObjectNode describe(TrainingSettings settings) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("epochs", settings.epochs());
        node.put("batchSize", settings.batchSize());
        node.put("seed", settings.seed());
        node.put("learningRate", settings.learningRate());
        node.put("weightDecay", settings.weightDecay());
        settings.dropout().ifPresent(rate -> node.put("dropout", rate));
        node.put("averaging", settings.averaging());
        node.set("augmentation", Json.tree(settings.augmentation()));
        node.put("validationImages", settings.validationImages());
        node.put("trainingImages", settings.trainingImages());
        node.put("minimumAccuracy", settings.minimumAccuracy());
        return node;
    }

    public static TrainingJob read(Path file) {
        return read(file.toString(), Json.read(file, JsonNode.class));
    }

    /**
     * Reads what {@link #write} writes.
     *
     * @param place tells where it was found, for messages
     */
    public static TrainingJob read(String place, JsonNode node) {
        return new TrainingJob(ArchitectureJson.read(place, node.get("architecture")), readSettings(node));
    }

    /** Reads what {@link #describe} tells, with memory and threads. */
    public static TrainingSettings readSettings(JsonNode node) {
        JsonNode warp = node.get("augmentation");
        JsonNode dropout = node.get("dropout");
        return new TrainingSettings(
                node.get("epochs").intValue(),
                node.get("batchSize").intValue(),
                node.get("seed").longValue(),
                node.get("learningRate").doubleValue(),
                node.get("weightDecay").doubleValue(),
                dropout == null ? OptionalDouble.empty() : OptionalDouble.of(dropout.doubleValue()),
                node.get("averaging").doubleValue(),
                new Augmentation(
                        warp.get("shiftPixels").doubleValue(),
                        warp.get("rotationDegrees").doubleValue(),
                        warp.get("scale").doubleValue(),
                        warp.get("shear").doubleValue()),
                node.get("validationImages").intValue(),
                node.get("trainingImages").intValue(),
                node.get("minimumAccuracy").doubleValue(),
                node.get("memoryMiB").intValue(),
                node.get("threads").intValue());
    }
}
