/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.ActivationRounding;
import io.github.mnisthls.quantization.RoundingPlan;
import io.github.mnisthls.training.ChildProtocol;
import io.github.mnisthls.training.FinetuningJob;
import io.github.mnisthls.training.ImageFile;
import io.github.mnisthls.training.RoundingTrial;
import io.github.mnisthls.training.RoundingTrials;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingSettings;
import io.github.mnisthls.training.engine.Trial;
import java.util.ArrayList;
import java.util.List;

/** The process that trains a network with and without rounding. Argument: the folder. */
public final class TrialProcess {
    private TrialProcess() {}

    public static void main(String[] arguments) {
        ChildMain.run(arguments, TrialProcess::run);
    }

    private static void run(TrainingFiles files) {
        FinetuningJob job = FinetuningJob.read(files.job());
        LabeledImages images = ImageFile.read(files.images());
        Network network = NetworkFolder.read(files.start());
        TrainingSettings settings = job.settings();
        RoundingPlan rounding = ActivationRounding.of(
                network, job.precision(), images.first(job.calibrationImages()), settings.threads());
        Trial trial = new Trial(network.architecture(), settings, rounding, images);
        List<RoundingTrial> trials = new ArrayList<>();
        for (RoundingTrial.Kind kind : RoundingTrial.Kind.values()) {
            ChildMain.notice("activations " + kind.label() + ":");
            trials.add(trial.run(kind, report -> ChildMain.say(ChildProtocol.epoch(report)), new ShareTeller()));
        }
        RoundingTrials result = new RoundingTrials(
                job.precision().text(),
                network.architecture().classes(),
                Math.min(settings.trainingImages(), images.count() - settings.validationImages()),
                settings.weightDecay(),
                trials);
        AtomicFile.write(files.history(), Json.write(result));
    }
}
