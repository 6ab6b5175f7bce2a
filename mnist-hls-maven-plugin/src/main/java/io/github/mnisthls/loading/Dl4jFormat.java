/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.loading.layer.OriginalNames;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.process.ChildFailure;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.process.Command;
import io.github.mnisthls.process.ProcessResult;
import io.github.mnisthls.process.ProcessRunner;
import io.github.mnisthls.settings.InvalidSettingException;
import io.github.mnisthls.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A DL4J zip, which a child JVM reads. It takes all that nobody else knows, and tells what is wrong with it.
 *
 * @param jvm       how to start it
 * @param memoryMiB for the child as a whole
 */
record Dl4jFormat(ChildJvm jvm, int memoryMiB) implements ModelFormat {
    private static final Logger LOG = LoggerFactory.getLogger(Dl4jFormat.class);

    private static final String MAIN_CLASS = "io.github.mnisthls.dl4j.LoadingProcess";

    @Override
    public boolean recognizes(byte[] head, Path model) {
        return true;
    }

    @Override
    public LoadedModel read(Path model, ModelRequest request, Path folder) {
        request.outputOf(List.of(ONLY_OUTPUT));
        Shape images = request.images();
        // Refused here already, before a process is started; the child checks what it reads once more.
        Dl4jArchive.read(model);
        Path result = folder.resolve("network");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(result.resolve(NetworkFolder.DESCRIPTION));
            Command command = jvm.command(folder, MAIN_CLASS, memoryMiB)
                    .path(model.toAbsolutePath())
                    .args(images.channels() + "x" + images.height() + "x" + images.width())
                    .path(folder.toAbsolutePath())
                    .logFile(folder.resolve("loading.log"))
                    .listener(line -> LoadingNotice.parse(line).ifPresent(LOG::info))
                    .build();
            ProcessResult ended = new ProcessRunner().run(command);
            Optional<String> told = ChildFailure.told(ended);
            if (told.isPresent()) {
                throw new InvalidSettingException(told.get());
            }
            if (ChildFailure.lackedMemory(ended)) {
                throw new InvalidSettingException(
                        Settings.TRAINING_MEMORY,
                        memoryMiB,
                        "that many MiB are too few to load " + model,
                        "Raise it: the model is loaded by a process of its own.");
            }
            if (!ended.succeeded()) {
                throw new IOException(
                        "exit status " + ended.exitCode() + ", last lines:\n" + String.join("\n", ended.lastLines()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + model + " failed: " + e.getMessage(), e);
        }
        return LoadedModel.plain(
                NetworkFolder.read(result), OriginalNames.read(folder).layers());
    }
}
