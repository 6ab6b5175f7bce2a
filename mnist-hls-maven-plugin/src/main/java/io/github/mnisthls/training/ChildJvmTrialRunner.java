/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import java.nio.file.Path;

/** Runs the trainings in a child JVM. */
public record ChildJvmTrialRunner(TrainingChild child) implements TrialRunner {
    private static final String MAIN_CLASS = "io.github.mnisthls.dl4j.TrialProcess";

    @Override
    public RoundingTrials run(Network network, LabeledImages images, FinetuningJob job, Path folder) {
        TrainingRequest.check(network.architecture(), images, job.settings());
        TrainingFiles files = new TrainingFiles(folder);
        child.run(files, job.settings(), images, MAIN_CLASS, () -> {
            job.write(files.job());
            NetworkFolder.write(network, files.start());
        });
        return Json.read(files.history(), RoundingTrials.class);
    }
}
