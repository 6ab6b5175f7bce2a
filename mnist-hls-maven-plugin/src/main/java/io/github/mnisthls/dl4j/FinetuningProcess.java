/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.TrainableNetwork;
import io.github.mnisthls.training.ChildProtocol;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.ImageFile;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.engine.Training;

/** The process that trains on with rounding. Argument: the training's folder. */
public final class FinetuningProcess {
    private FinetuningProcess() {}

    public static void main(String[] arguments) {
        ChildMain.run(arguments, FinetuningProcess::run);
    }

    private static void run(TrainingFiles files) {
        FinetuningJob job = FinetuningJob.read(files.job());
        LabeledImages images = ImageFile.read(files.images());
        TrainableNetwork network = TrainableNetwork.of(
                NetworkFolder.read(files.start()),
                job.precision(),
                images.first(job.calibrationImages()),
                job.settings().threads());
        Training.Result result;
        try (Training training = Training.finetuning(job, network, images, files.checkpoints(), ChildMain::notice)) {
            result = training.run(report -> ChildMain.say(ChildProtocol.epoch(report)), new ShareTeller());
        }
        NetworkFolder.write(result.network(), files.network());
        network.formats().write(files.formats());
        AtomicFile.write(files.history(), Json.write(result.history()));
    }
}
