/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.files.UserFiles;
import io.github.mnisthls.loading.ModelLoader;
import io.github.mnisthls.loading.ModelSettings;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.OriginalNames;
import io.github.mnisthls.loading.testdata.ModelTest;
import io.github.mnisthls.network.file.ArchitectureJson;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.progress.StillRunning;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.settings.Settings;
import io.github.mnisthls.training.TrainingFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads a model that the user has, in the place of training one. */
final class LoadStep implements Step {
    private static final Logger LOG = LoggerFactory.getLogger(LoadStep.class);

    private final ModelSettings settings;
    private final DatasetSource dataset;
    private final Path loadingFolder;
    private final ModelLoader loader;

    LoadStep(ModelSettings settings, DatasetSource dataset, Path loadingFolder, ModelLoader loader) {
        this.settings = settings;
        this.dataset = dataset;
        this.loadingFolder = loadingFolder;
        this.loader = loader;
        UserFiles.check(
                Settings.MODEL,
                settings.model(),
                "Name an ONNX file, a model of Keras, weights of PyTorch as safetensors or npz, a DL4J zip or a folder"
                        + " with network.json, or leave it out to train.");
    }

    @Override
    public StepName name() {
        return StepName.TRAIN;
    }

    @Override
    public Optional<String> task() {
        return Optional.of("reads " + settings.model());
    }

    @Override
    public Map<String, String> inputs() {
        Path model = settings.model();
        String digest = Files.isDirectory(model)
                ? Digest.of(Json.write(UserFiles.digests(Settings.MODEL, model, NetworkFolder::isPart)))
                : Digest.of(model);
        return new Inputs()
                .add("model", digest)
                .addAll(beside())
                .add("modelOutput", settings.output().orElse(""))
                .add("modelTestData", settings.testData().map(ModelTest::digest).orElse(""))
                .add("images", dataset.shape())
                .add("inputShape", settings.inputShape().map(Object::toString).orElse(""))
                .addAll("pixels", settings.pixels())
                .add(
                        "layers",
                        settings.layers()
                                .map(layers ->
                                        Json.write(ArchitectureJson.write(layers.architecture())) + layers.names())
                                .orElse(""))
                .toMap();
    }

    /** Weights that the model keeps in files of their own. */
    private Map<String, String> beside() {
        Map<String, String> digests = new TreeMap<>();
        for (Path file : loader.beside(settings.model())) {
            digests.put("model." + file.getFileName(), Digest.of(file));
        }
        return digests;
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) throws IOException {
        LoadedModel loaded =
                StillRunning.during("reading the model", () -> loader.load(settings, dataset.shape(), loadingFolder));
        FloatInference inference = new FloatInference(loaded.network());
        LOG.info(settings.testData()
                .map(path -> new ModelTest(loaded, path, inference::logits).run())
                .orElse("Nothing was compared with what the model should compute: " + Settings.MODEL_TEST_DATA
                        + " names test data"));
        TrainingFiles kept = new TrainingFiles(staging);
        NetworkFolder.write(loaded.network(), kept.network());
        new OriginalNames(loaded.originals()).write(staging);
        if (loader.isDl4j(settings.model())) {
            Files.copy(settings.model(), kept.model());
        }
    }

    @Override
    public void settle() throws IOException {
        FileTree.delete(loadingFolder);
    }
}
