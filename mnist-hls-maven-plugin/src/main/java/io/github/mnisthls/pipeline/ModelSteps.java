/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.loading.ModelLoader;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.training.ChildJvmTrainer;
import io.github.mnisthls.training.TrainingChild;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps that need a JVM of their own. */
final class ModelSteps {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final WorkFolder work;
    private final PluginIdentity plugin;

    ModelSteps(WorkFolder work, PluginIdentity plugin) {
        this.work = work;
        this.plugin = plugin;
    }

    /** Runs what trains on. */
    TrainingChild child() {
        return new TrainingChild(new ChildJvm(plugin.classPath()), LOG::info, LOG::warn);
    }

    /** The step that trains the network, or loads it. */
    Step training(TrainSettings settings, DatasetSource dataset) {
        ChildJvm jvm = new ChildJvm(plugin.classPath());
        return settings.model()
                .<Step>map(model -> new LoadStep(
                        model,
                        dataset,
                        // Beside the checkpoints of a training that may go on another day.
                        work.training().resolve("loading"),
                        new ModelLoader(jvm, settings.training().memoryMiB())))
                .orElseGet(() -> new TrainStep(
                        settings.architecture().orElseThrow(),
                        settings.training(),
                        dataset,
                        work.training(),
                        new ChildJvmTrainer(child())));
    }
}
