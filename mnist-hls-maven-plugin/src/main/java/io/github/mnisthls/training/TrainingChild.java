/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A child JVM that trains.
 *
 * @param jvm      how to start it
 * @param progress told one line per epoch, and what the training does besides, ready to be shown
 * @param warning  told what the user should know and can mend
 */
public record TrainingChild(ChildJvm jvm, Consumer<String> progress, Consumer<String> warning) {
    /**
     * Runs a training to its end.
     *
     * @param job writes what is to be done, besides the images
     * @throws TrainingFailedException if it went wrong in a way that its user can mend
     */
    void run(TrainingFiles files, TrainingSettings settings, LabeledImages images, String mainClass, Runnable job) {
        try {
            Files.createDirectories(files.folder());
            Files.deleteIfExists(files.history());
            job.run();
            ImageFile.write(images, files.images());
            run(files, settings, mainClass);
        } catch (IOException e) {
            throw new UncheckedIOException("The training process failed: " + e.getMessage(), e);
        } finally {
            files.deleteImages();
        }
    }

    private void run(TrainingFiles files, TrainingSettings settings, String mainClass) throws IOException {
        TrainingProgress lines = new TrainingProgress(settings.epochs());
        EpochImages images = new EpochImages();
        Command command = jvm.command(files.folder(), mainClass, settings.memoryMiB())
                .path(files.folder().toAbsolutePath())
                .logFile(files.log())
                .listener(line -> {
                    ChildProtocol.parseImages(line).ifPresent(images::reached);
                    ChildProtocol.parseEpoch(line).map(lines::describe).ifPresent(text -> {
                        images.end();
                        progress.accept(text);
                    });
                    ChildProtocol.parseNotice(line).ifPresent(progress);
                    ChildProtocol.parseWarning(line).ifPresent(warning);
                })
                .build();
        ProcessResult result = new ProcessRunner().run(command);
        images.end();
        Optional<String> told = ChildFailure.told(result);
        if (told.isPresent()) {
            throw new TrainingFailedException(told.get());
        }
        if (ChildFailure.lackedMemory(result)) {
            throw new TrainingFailedException(Settings.TRAINING_MEMORY + " is " + settings.memoryMiB()
                    + " (MiB), which is too little to train this network. Raise it, or make the network or "
                    + Settings.BATCH_SIZE
                    + " smaller. The output of the training process is in " + files.log());
        }
        if (!result.succeeded() || !Files.exists(files.history())) {
            throw new IOException("exit status " + result.exitCode() + ", last lines:\n"
                    + String.join("\n", result.lastLines()) + "\nAll of them are in " + files.log());
        }
    }
}
