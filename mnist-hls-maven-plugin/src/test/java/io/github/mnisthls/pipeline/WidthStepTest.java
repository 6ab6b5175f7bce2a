/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.Thorough;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.it.TinyDataset;
import io.github.mnisthls.quantization.QuantizationStore;
import io.github.mnisthls.quantization.QuantizedLayer;
import io.github.mnisthls.quantization.QuantizedNetwork;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.widths.WidthChoice;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Widths that are chosen are those that the network is quantized to. */
@Slow
@Thorough
class WidthStepTest {
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
    void theChosenWidthsAreQuantized() throws Exception {
        quantize(0.01);

        WidthChoice choice = Json.read(work.folder(StepName.WIDTHS).resolve(WidthStep.FILE), WidthChoice.class);
        QuantizedNetwork network =
                QuantizationStore.load(work.folder(StepName.QUANTIZE)).network();
        assertThat(network.precision()).isEqualTo(choice.precision());
        for (QuantizedLayer layer : network.layers()) {
            assertThat(choice.precision())
                    .contains(layer.name() + ".weights=auto:"
                            + layer.trained().orElseThrow().weightFormat().width());
        }
        assertThat(work.folder(StepName.FINETUNE)).doesNotExist();
    }

    @Test
    void anotherDropIsAnotherChoice() throws Exception {
        quantize(0.01);
        String first = precision();
        quantize(0.5);
        assertThat(precision()).isNotEqualTo(first);
        quantize(0.01);
        assertThat(precision()).isEqualTo(first);
    }

    private String precision() {
        return QuantizationStore.load(work.folder(StepName.QUANTIZE)).network().precision();
    }

    private void quantize(double drop) throws IOException, InterruptedException {
        List<Path> classPath = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))
                .map(Path::of)
                .toList();
        PrecisionSettings settings =
                PrecisionSettings.toBeChosen(100, new FinetuneSettings(FinetuneMode.OFF, 1, 1e-3), drop);
        try (Pipeline pipeline = new Pipeline(
                work,
                new PluginIdentity("1.0.0", Path.of("none.jar"), classPath),
                Optional.of(StepName.QUANTIZE),
                false,
                StepName.CSIM,
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()))) {
            pipeline.quantize(
                    TinyBuild.settings(dataset).train(),
                    settings,
                    TinyBuild.settings(dataset).generate()::hardware);
        }
    }
}
