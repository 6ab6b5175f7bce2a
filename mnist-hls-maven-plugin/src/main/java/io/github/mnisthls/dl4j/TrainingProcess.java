/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.dl4j;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.training.ChildProtocol;
import io.github.mnisthls.training.ImageFile;
import io.github.mnisthls.training.TrainingFailedException;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingJob;
import io.github.mnisthls.training.engine.KernelChoice;
import io.github.mnisthls.training.engine.Training;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The training process. Argument: the training's folder. */
public final class TrainingProcess {
    private TrainingProcess() {}

    public static void main(String[] arguments) {
        ParentWatch.start();
        TrainingFiles files = new TrainingFiles(Path.of(arguments[0]));
        try {
            run(files);
        } catch (TrainingFailedException | InvalidSettingException e) {
            say(ChildFailure.line(e.getMessage()));
        } catch (UncheckedIOException e) {
            say(ChildFailure.line(e.getMessage()
                    + ". Mend the cause (disk space, permissions) and build again: no epoch is trained anew."));
        }
        // ND4J leaves threads behind that keep a JVM alive.
        System.exit(0);
    }

    private static void run(TrainingFiles files) {
        TrainingJob job = TrainingJob.read(files.job());
        LabeledImages images = ImageFile.read(files.images());
        KernelChoice.ofThisJvm().warning().ifPresent(text -> say(ChildProtocol.warning(text)));
        Training.Result result;
        try (Training training = new Training(job, images, files.checkpoints(), TrainingProcess::notice)) {
            result = training.run(report -> say(ChildProtocol.epoch(report)));
        }
        NetworkFolder.write(result.network(), files.network());
        Dl4jZip.write(result.network(), files.model())
                .ifPresent(gap -> notice("There is no " + files.model().getFileName()
                        + " for DL4J, and nothing else needs it: " + gap + "."));
        AtomicFile.write(files.history(), Json.write(result.history()));
    }

    private static void notice(String text) {
        say(ChildProtocol.notice(text));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
