/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.quantization.TrainableNetwork;
import io.github.mnisthls.settings.Setting;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.TrainingSettings;
import java.util.Arrays;
import java.util.Optional;

/**
 * What is trained, and how.
 *
 * @param description  all that decides the result besides the images
 * @param model        with the values that it begins with
 * @param teacher      whose answers are learned beside the labels
 * @param sparsity     share of each layer's weights that become 0
 * @param learningRate where its rate is set
 */
record Course(
        TrainingSettings settings,
        ObjectNode description,
        Model model,
        Optional<Teacher> teacher,
        double sparsity,
        Setting learningRate) {
    /** From random weights. */
    static Course of(TrainingJob job) {
        TrainingSettings settings = job.settings();
        Model model = ModelBuilder.random(job.architecture(), settings.seed());
        return new Course(settings, job.description(), model, Optional.empty(), 0, Settings.LEARNING_RATE);
    }

    /** On with a trained network, rounded in its forward pass; it teaches what it knew before. */
    static Course of(FinetuningJob job, TrainableNetwork network) {
        Model model = ModelBuilder.of(network.folded(), network.rounding());
        ObjectNode description = job.description();
        description.put("start", Digest.of(Arrays.toString(model.parameters())));
        Optional<Teacher> teacher = Optional.of(new Teacher(ModelBuilder.of(network.folded())));
        return new Course(job.settings(), description, model, teacher, job.sparsity(), Settings.FINETUNE_LEARNING_RATE);
    }
}
