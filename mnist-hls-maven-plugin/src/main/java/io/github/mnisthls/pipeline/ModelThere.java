/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.settings.PropertyNames;
import io.github.mnisthls.training.TrainingSettings;
import java.util.Locale;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a model that is there already will do instead of the one that is asked for, so that nothing is trained. */
final class ModelThere {
    private static final Logger LOG = LoggerFactory.getLogger(ModelThere.class);

    private final StepRunner runner;
    private final BiFunction<TrainSettings, DatasetSource, Step> training;

    /**
     * For one goal.
     *
     * @param training the step that trains
     */
    ModelThere(StepRunner runner, BiFunction<TrainSettings, DatasetSource, Step> training) {
        this.runner = runner;
        this.training = training;
    }

    /** The same as {@link #choose(TrainSettings, DatasetSource)} for all up to the project. */
    BuildSettings choose(BuildSettings asked) {
        TrainSettings train = asked.train();
        return asked.with(choose(train, new DatasetSource(train.dataset())));
    }

    /** What is asked for; or what the model that is there was trained with, if that may stand in for it. */
    TrainSettings choose(TrainSettings asked, DatasetSource dataset) {
        if (asked.standIn().isEmpty() || isThere(asked, dataset)) {
            return asked;
        }
        TrainSettings other = asked.with(asked.standIn().get());
        if (!isThere(other, dataset)) {
            return asked;
        }
        LOG.info(
                "train: keeps the model that is there: {} instead of {}. {}",
                extent(other.training()),
                extent(asked.training()),
                asked.training().isLongerThan(other.training())
                        ? "A build of a phase, such as verify, or -D" + PropertyNames.QUICK + "=false trains again."
                        : "mnist-hls:clean-model removes it.");
        return other;
    }

    /** Whether the model of these settings is there, as it was left. */
    boolean isThere(TrainSettings settings, DatasetSource dataset) {
        return runner.isUpToDate(training.apply(settings, dataset));
    }

    private static String extent(TrainingSettings settings) {
        String images = settings.limitsImages()
                ? String.format(Locale.ROOT, "%,d images", settings.trainingImages())
                : "all images";
        return settings.epochs() + " epochs on " + images;
    }
}
