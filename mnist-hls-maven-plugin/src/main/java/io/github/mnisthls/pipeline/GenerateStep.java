/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.dataset.LabeledImages;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.files.Digest;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.files.UserFiles;
import io.github.mnisthls.hardware.PlanStore;
import io.github.mnisthls.loading.layer.OriginalNames;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.rendering.GoldenVectors;
import io.github.mnisthls.rendering.ProjectRenderer;
import io.github.mnisthls.rendering.RenderRequest;
import io.github.mnisthls.rendering.TemplateEngine;
import io.github.mnisthls.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Renders the project as planned, with golden vectors from the emulator. */
final class GenerateStep implements Step {
    private static final String NO_TEMPLATES = "the plugin's";

    private final GenerateSettings settings;
    private final DatasetSource dataset;
    private final WorkFolder work;

    GenerateStep(GenerateSettings settings, DatasetSource dataset, WorkFolder work) {
        this.settings = settings;
        this.dataset = dataset;
        this.work = work;
    }

    @Override
    public StepName name() {
        return StepName.GENERATE;
    }

    @Override
    public Map<String, String> inputs() {
        return new Inputs()
                .add("dataset", dataset.fingerprint())
                .add("interface", settings.interfaceKind())
                .add("control", settings.control())
                .addAll("names", settings.names())
                .addAll("scripts", settings.scripts().dialect().identity())
                .add("scripts.cosimImages", settings.scripts().cosimImages())
                .add("scripts.coordinates", settings.scripts().coordinates())
                .add("scripts.goldenOfCopy", settings.scripts().goldenOfCopy().orElse(""))
                .add("goldenImages", settings.goldenImages())
                .add(
                        "templates",
                        settings.templates().map(GenerateStep::templates).orElse(NO_TEMPLATES))
                .toMap();
    }

    @Override
    public void run(Path staging, UpstreamDigests upstream) {
        Path weights = work.folder(StepName.QUANTIZE);
        RenderRequest request = new RenderRequest(
                QuantizationStore.load(weights).network(),
                PlanStore.load(work.folder(StepName.PLAN)),
                settings.interfaceKind(),
                settings.control(),
                settings.names(),
                goldenVectors(new GoldenImages(dataset, weights, settings.goldenImages()).all()),
                settings.scripts(),
                OriginalNames.read(weights.resolve(QuantizeStep.INTERNAL)).layers(),
                settings.templates());
        new ProjectRenderer()
                .render(request)
                .forEach((name, content) -> AtomicFile.write(staging.resolve(name), content));
    }

    private static String templates(Path folder) {
        if (!Files.exists(folder)) {
            return NO_TEMPLATES;
        }
        return Digest.of(Json.write(
                UserFiles.digests(Settings.TEMPLATE_DIRECTORY, folder, name -> name.endsWith(TemplateEngine.ENDING))));
    }

    private static GoldenVectors goldenVectors(GoldenImages.Golden golden) {
        LabeledImages images = golden.images();
        int size = images.shape().size();
        byte[] pixels = new byte[images.count() * size];
        byte[] image = new byte[size];
        for (int i = 0; i < images.count(); i++) {
            images.copyImage(i, image);
            System.arraycopy(image, 0, pixels, i * size, size);
        }
        return GoldenVectors.of(
                images.shape(),
                golden.predictions().classes(),
                pixels,
                golden.predictions().logits());
    }
}
