/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.mnisthls.Slow;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.it.TinyDataset;
import io.github.mnisthls.network.Network;
import io.github.mnisthls.network.file.NetworkFolder;
import io.github.mnisthls.quantization.FormatPlan;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.quantization.QuantizedAffine;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.TrainingFiles;
import io.github.mnisthls.training.TrainingHistory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, in a process of its own. */
@Slow
class FinetuneStepTest {
    private static final int EPOCHS = 2;

    @TempDir
    private Path folder;

    private WorkFolder work;
    private Path dataset;

    @BeforeEach
    void aDataset() throws IOException {
        work = new WorkFolder(folder.resolve("work"));
        dataset = Files.createDirectories(folder.resolve("dataset"));
        TinyDataset.write(dataset);
    }

    @Test
    void whatIsTrainedOnIsQuantizedAsItIs() throws Exception {
        quantize("auto:w2a3", FinetuneMode.AUTO);

        TrainingFiles files = new TrainingFiles(work.folder(StepName.FINETUNE));
        Network network = NetworkFolder.read(files.network());
        for (QuantizedLayer layer :
                QuantizationStore.load(work.folder(StepName.QUANTIZE)).network().layers()) {
            QuantizedAffine affine = layer.trained().orElseThrow();
            for (int i = 0; i < affine.weights().size(); i++) {
                assertThat(affine.weightFormat().toDouble(affine.weights().get(i)))
                        .isEqualTo(network.parameters()
                                .get(layer.name())
                                .values()
                                .get("weights")
                                .get(i));
            }
        }
        assertThat(FormatPlan.read(files.formats()).stages()).hasSize(2);
        assertThat(Json.read(files.history(), TrainingHistory.class).epochs()).isEqualTo(EPOCHS);
        JsonNode metrics = Json.read(work.report().resolve("metrics.json"), JsonNode.class);
        assertThat(metrics.at("/finetuning/epochs").intValue()).isEqualTo(EPOCHS);
        assertThat(work.finetuning()).doesNotExist();
        assertThat(Files.readString(report("auto:w2a3", FinetuneMode.AUTO)))
                .contains("id=\"epochs\"", "id=\"finetuning-epochs\"");
    }

    @Test
    void itRunsOnlyWhereItIsWanted() throws Exception {
        quantize("auto:8", FinetuneMode.AUTO);
        assertThat(work.folder(StepName.FINETUNE)).doesNotExist();

        quantize("auto:w2a3", FinetuneMode.OFF);
        assertThat(work.folder(StepName.FINETUNE)).doesNotExist();
        Map<String, String> rounded = weights();

        quantize("auto:w2a3", FinetuneMode.AUTO);
        assertThat(weights()).isNotEqualTo(rounded);

        quantize("auto:w2a3", FinetuneMode.OFF);
        assertThat(weights()).isEqualTo(rounded);
        assertThat(Json.read(work.report().resolve("metrics.json"), JsonNode.class)
                        .has("finetuning"))
                .isFalse();
    }

    private Map<String, String> weights() throws IOException {
        Map<String, String> digests = FileTree.digests(work.folder(StepName.QUANTIZE));
        // How fast the emulator was.
        digests.keySet().removeIf(file -> file.equals(EmulatorSpeed.FILE));
        return digests;
    }

    private void quantize(String precision, FinetuneMode mode) throws IOException, InterruptedException {
        BuildSettings settings = settings(precision, mode);
        try (Pipeline pipeline = pipeline(StepName.QUANTIZE)) {
            pipeline.quantize(settings.train(), settings.precision(), settings.generate()::hardware);
        }
    }

    private Path report(String precision, FinetuneMode mode) throws IOException, InterruptedException {
        try (Pipeline pipeline = pipeline(StepName.REPORT)) {
            return pipeline.report(settings(precision, mode));
        }
    }

    private BuildSettings settings(String precision, FinetuneMode mode) {
        BuildSettings tiny = TinyBuild.settings(dataset);
        return new BuildSettings(
                tiny.train(),
                new PrecisionSettings(Precision.parse(precision), 100, new FinetuneSettings(mode, EPOCHS, 1e-3)),
                tiny.generate());
    }

    private Pipeline pipeline(StepName goal) {
        List<Path> classPath = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))
                .map(Path::of)
                .toList();
        return new Pipeline(
                work,
                new PluginIdentity("1.0.0", Path.of("none.jar"), classPath),
                Optional.of(goal),
                false,
                StepName.CSIM,
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()));
    }
}
