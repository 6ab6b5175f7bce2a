/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.training.ChildProtocol;
import io.github.mnisthls.training.ImageFile;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.engine.Training;

/** The training process. Argument: the training's folder. */
public final class TrainingProcess {
    private TrainingProcess() {}

    public static void main(String[] arguments) {
        ChildMain.run(arguments, TrainingProcess::run);
    }

    private static void run(TrainingFiles files) {
        TrainingJob job = TrainingJob.read(files.job());
        LabeledImages images = ImageFile.read(files.images());
        Training.Result result;
        try (Training training = new Training(job, images, files.checkpoints(), ChildMain::notice)) {
            result = training.run(report -> ChildMain.say(ChildProtocol.epoch(report)), new ShareTeller());
        }
        NetworkFolder.write(result.network(), files.network());
        Dl4jZip.write(result.network(), files.model())
                .ifPresent(gap -> ChildMain.notice("There is no "
                        + files.model().getFileName() + " for DL4J, and nothing else needs it: " + gap + "."));
        AtomicFile.write(files.history(), Json.write(result.history()));
    }
}
