/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.HardwarePlan;
import io.github.mnisthls.hardware.Planner;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.quantization.QuantizedNetworkStore;
import io.github.mnisthls.rendering.GoldenVectors;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.rendering.RenderRequest;
import java.nio.file.Path;
import java.util.Map;

/** Renders the project as planned, with golden vectors from the emulator. */
final class GenerateStep implements Step {
    private final GenerateSettings settings;
    private final DatasetSource dataset;
    private final Path weights;
    private final Map<String, String> upstream;

    /**
     * A step that has yet to run.
     *
     * @param weights the folder of the quantization's results
     */
    GenerateStep(GenerateSettings settings, DatasetSource dataset, Path weights, Map<String, String> upstream) {
        this.settings = settings;
        this.dataset = dataset;
        this.weights = weights;
        this.upstream = upstream;
    }

    @Override
    public StepName name() {
        return StepName.GENERATE;
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .addAll(upstream)
                .add("dataset", dataset.fingerprint())
                .add("hardware.part", settings.hardware().part().name())
                .addAll("hardware", settings.hardware())
                .add("interface", settings.interfaceKind())
                .add("control", settings.control())
                .addAll("names", settings.names())
                .addAll("scripts", settings.scripts())
                .add("goldenImages", settings.goldenImages())
                .add(
                        "templates",
                        settings.templates()
                                .map(folder -> Digest.of(Json.write(FileTree.digests(folder))))
                                .orElse("the plugin's"))
                .toMap();
    }

    @Override
    public void run(Path staging) {
        QuantizedNetwork network = QuantizedNetworkStore.load(weights);
        HardwarePlan plan = new Planner().plan(network, settings.hardware());
        RenderRequest request = new RenderRequest(
                network,
                plan,
                settings.interfaceKind(),
                settings.control(),
                settings.names(),
                goldenVectors(network),
                settings.scripts(),
                settings.templates());
        new ProjectRenderer()
                .render(request)
                .forEach((name, content) -> AtomicFile.write(staging.resolve(name), content));
    }

    private GoldenVectors goldenVectors(QuantizedNetwork network) {
        LabeledImages test = dataset.read(network.classes()).test();
        LabeledImages images = settings.goldenImages() == 0 ? test : test.first(settings.goldenImages());
        int size = images.shape().size();
        byte[] pixels = new byte[images.count() * size];
        byte[] image = new byte[size];
        for (int i = 0; i < images.count(); i++) {
            images.copyImage(i, image);
            System.arraycopy(image, 0, pixels, i * size, size);
        }
        long[] logits = new Emulator(network)
                .run(images, Runtime.getRuntime().availableProcessors())
                .logits();
        return GoldenVectors.of(images.shape(), network.classes(), pixels, logits);
    }
}
