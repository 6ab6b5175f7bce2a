/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.files.UserFiles;
import io.github.mnisthls.loading.ModelLoader;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.PixelScaling;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.TrainingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Loads a model that the user has, in the place of training one. */
final class LoadStep implements Step {
    private final Path model;
    private final Shape input;
    private final PixelScaling pixels;
    private final Path loadingFolder;
    private final ModelLoader loader;

    /**
     * A step that has yet to run.
     *
     * @param input  shape of the images
     * @param pixels what the network sees of them, unless the model tells that itself
     */
    LoadStep(Path model, Shape input, PixelScaling pixels, Path loadingFolder, ModelLoader loader) {
        this.model = model;
        this.input = input;
        this.pixels = pixels;
        this.loadingFolder = loadingFolder;
        this.loader = loader;
        UserFiles.check(
                Settings.MODEL,
                model,
                "Name an ONNX file, a model of Keras, a DL4J zip or a folder with network.json, or leave it out to train.");
    }

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("reads " + model);
    }

    @Override
    public Map<String, String> inputs() {
        String digest = Files.isDirectory(model)
                ? Digest.of(Json.write(UserFiles.digests(Settings.MODEL, model, NetworkFolder::isPart)))
                : Digest.of(model);
        return new Inputs()
                .add("model", digest)
                .add("inputShape", input)
                .addAll("pixels", pixels)
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        Network network = loader.load(model, input, pixels, loadingFolder);
        TrainingFiles kept = new TrainingFiles(staging);
        NetworkFolder.write(network, kept.network());
        if (loader.isDl4j(model)) {
            Files.copy(model, kept.model());
        }
    }

    @Override
    public void settle() throws IOException {
        FileTree.delete(loadingFolder);
    }
}
