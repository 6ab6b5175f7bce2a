/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.diagnosis.ModelDiagnosis;
import io.github.mnisthls.it.TinyDataset;
import io.github.mnisthls.training.RoundingTrial.Kind;
import io.github.mnisthls.training.RoundingTrials;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, in a process of its own, to the page. */
@Slow
class TrialStepTest {
    @TempDir
    private Path folder;

    @Test
    void rememberedAndShownOnThePage() throws Exception {
        WorkFolder work = new WorkFolder(folder.resolve("work"));
        BuildSettings settings = TinyBuild.settings(dataset());
        Path before = report(work, settings);
        assertThat(before).content().doesNotContain("id=\"diagnosis\"");

        RoundingTrials trials = trials(work, settings);

        assertThat(trials.precision()).isEqualTo("ap_fixed<16,8>");
        assertThat(trials.classes()).isEqualTo(4);
        assertThat(trials.of(Kind.NO_GRADIENT).epochs())
                .allSatisfy(epoch -> assertThat(epoch.gradients())
                        .allSatisfy(gradient -> assertThat(gradient.norm()).isZero()));
        assertThat(work.diagnosing()).doesNotExist();
        Path results = work.folder(StepName.ROUNDING_TRIAL);
        assertThat(results.resolve("epochs.csv"))
                .content()
                .hasLineCount(1 + 3 * 4)
                .contains("\nno-gradient,4,");
        assertThat(results.resolve("gradients.csv")).content().contains("\nno-gradient,1,conv1,0.0\n");
        assertThat(results.resolve("values.csv")).content().contains("\nfloat32,input,\"ap_fixed<16,8");
        assertThat(report(work, settings)).content().contains("id=\"diagnosis\"", "exactly 0 in every step");

        ModelDiagnosis diagnosis = diagnosis(work, settings);
        assertThat(diagnosis.layers()).hasSize(2);
        assertThat(work.folder(StepName.DIAGNOSE).resolve("layers.csv"))
                .content()
                .hasLineCount(3);
        assertThat(report(work, settings)).content().contains("id=\"health\"", "in float32, and");

        assertThat(trials(work, settings))
                .as("not trained again, seconds and all")
                .isEqualTo(trials);
        train(work, TinyBuild.settings(folder.resolve("dataset"), 2, 1, Optional.empty()));
        assertThat(report(work, TinyBuild.settings(folder.resolve("dataset"), 2, 1, Optional.empty())))
                .as("of another model")
                .content()
                .doesNotContain("id=\"diagnosis\"");
    }

    private Path dataset() throws IOException {
        Path dataset = Files.createDirectories(folder.resolve("dataset"));
        TinyDataset.write(dataset);
        return dataset;
    }

    private static RoundingTrials trials(WorkFolder work, BuildSettings settings) throws Exception {
        try (Pipeline pipeline = pipeline(work)) {
            return pipeline.tryRounding(settings);
        }
    }

    private static ModelDiagnosis diagnosis(WorkFolder work, BuildSettings settings) throws Exception {
        try (Pipeline pipeline = pipeline(work)) {
            return pipeline.diagnose(settings);
        }
    }

    private static Path report(WorkFolder work, BuildSettings settings) throws Exception {
        try (Pipeline pipeline = pipeline(work)) {
            return pipeline.report(settings);
        }
    }

    private static void train(WorkFolder work, BuildSettings settings) throws Exception {
        try (Pipeline pipeline = pipeline(work)) {
            pipeline.train(settings.train());
        }
    }

    private static Pipeline pipeline(WorkFolder work) {
        return new Pipeline(
                work,
                new PluginIdentity(
                        "1.0.0",
                        Path.of("none.jar"),
                        Pattern.compile(File.pathSeparator)
                                .splitAsStream(System.getProperty(
                                        "surefire.test.class.path", System.getProperty("java.class.path")))
                                .map(Path::of)
                                .toList()),
                Optional.empty(),
                false,
                StepName.CSIM,
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()));
    }
}
