/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.training;

import io.github.mnisthls.files.Json;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
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
 * Trains in a child JVM.
 *
 * @param jvm      how to start it
 * @param progress told one line per epoch, and what the training does besides, ready to be shown
 * @param warning  told what the user should know and can mend
 */
public record ChildJvmTrainer(ChildJvm jvm, Consumer<String> progress, Consumer<String> warning) implements Trainer {
    private static final String MAIN_CLASS = "io.github.mnisthls.dl4j.TrainingProcess";

    @Override
    public TrainedModel train(TrainingRequest request) {
        TrainingFiles files = new TrainingFiles(request.folder());
        try {
            Files.createDirectories(files.folder());
            Files.deleteIfExists(files.history());
            new TrainingJob(request.architecture(), request.settings()).write(files.job());
            ImageFile.write(request.images(), files.images());
            run(request, files);
        } catch (IOException e) {
            throw new UncheckedIOException("The training process failed: " + e.getMessage(), e);
        } finally {
            files.deleteImages();
        }
        Network network = NetworkFolder.read(files.network());
        return new TrainedModel(network, Json.read(files.history(), TrainingHistory.class), files.model());
    }

    private void run(TrainingRequest request, TrainingFiles files) throws IOException {
        TrainingProgress lines = new TrainingProgress(request.settings().epochs());
        Command command = jvm.command(
                        files.folder(), MAIN_CLASS, request.settings().memoryMiB())
                .path(files.folder().toAbsolutePath())
                .logFile(files.log())
                .listener(line -> {
                    ChildProtocol.parseEpoch(line).map(lines::describe).ifPresent(progress);
                    ChildProtocol.parseNotice(line).ifPresent(progress);
                    ChildProtocol.parseWarning(line).ifPresent(warning);
                })
                .build();
        ProcessResult result = new ProcessRunner().run(command);
        Optional<String> told = ChildFailure.told(result);
        if (told.isPresent()) {
            throw new TrainingFailedException(told.get());
        }
        if (ChildFailure.lackedMemory(result)) {
            throw new TrainingFailedException(
                    Settings.TRAINING_MEMORY + " is " + request.settings().memoryMiB()
                            + " (MiB), which is too little to train this network. Raise it, or make the network or "
                            + Settings.BATCH_SIZE
                            + " smaller. What the training process said is in " + files.log());
        }
        if (!result.succeeded() || !Files.exists(files.history())) {
            throw new IOException("exit status " + result.exitCode() + ", last lines:\n"
                    + String.join("\n", result.lastLines()) + "\nAll of them are in " + files.log());
        }
    }
}
