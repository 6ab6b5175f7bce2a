/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mnisthls.Slow;
import io.github.mnisthls.explore.job.JobStore;
import io.github.mnisthls.explore.job.NetworkJob;
import io.github.mnisthls.explore.job.Site;
import io.github.mnisthls.explore.job.Unit;
import io.github.mnisthls.explore.job.Worker;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.FolderMark;
import io.github.mnisthls.it.TinyDataset;
import io.github.mnisthls.training.TrainingJob;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exploration takes the network that the build trained, which is the one that it would train. */
@Slow
class AdoptedTrainingTest {
    @TempDir
    private Path folder;

    private TrainSettings settings;

    @BeforeEach
    void images() throws Exception {
        TinyDataset.write(folder.resolve("dataset"));
        settings = TinyBuild.settings(folder.resolve("dataset")).train();
    }

    @Test
    void whatTheBuildTrainedIsNotTrainedAgain() throws Exception {
        NetworkJob job = NetworkJob.trained(
                "base", new TrainingJob(settings.architecture().orElseThrow(), settings.training()));
        List<String> epochs = new ArrayList<>();
        Map<String, String> trained = explored("itself", job, Optional.empty(), epochs);
        assertThat(epochs).isNotEmpty();
        epochs.clear();
        try (Pipeline pipeline = pipeline()) {
            assertThat(pipeline.trained(settings)).isEmpty();
            pipeline.train(settings);
            Optional<Path> network = pipeline.trained(settings);
            assertThat(network).isPresent();
            assertThat(pipeline.trained(withSeed(2))).isEmpty();

            Map<String, String> adopted = explored("adopted", job, network, epochs);

            assertThat(epochs).isEmpty();
            trained.keySet().removeIf(name -> !adopted.containsKey(name));
            assertThat(adopted).isNotEmpty().isEqualTo(trained);
        }
    }

    private TrainSettings withSeed(long seed) {
        return new TrainSettings(
                settings.architecture(),
                settings.dataset(),
                Optional.empty(),
                settings.training().withSeed(seed),
                Optional.empty());
    }

    /** Digests of the job's files and of what it found out. */
    private Map<String, String> explored(String name, NetworkJob job, Optional<Path> network, List<String> epochs)
            throws Exception {
        Path root = Files.createDirectories(folder.resolve(name));
        FolderMark.put(root);
        Site site = new Site(root, settings.dataset(), Optional.empty());
        if (network.isPresent()) {
            assertThat(new JobStore(root).adopt(job, network.get())).isTrue();
        }
        Worker worker = new Worker(site, epochs::add);
        assertThat(worker.run(Unit.of(List.of(job)), 1)).isTrue();
        Map<String, String> digests = FileTree.digests(root.resolve("jobs"));
        assertThat(digests.keySet()).noneMatch(file -> file.contains(".adopted"));
        return new java.util.TreeMap<>(digests);
    }

    private Pipeline pipeline() {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new Pipeline(
                new WorkFolder(folder.resolve("work")),
                new PluginIdentity("1.0.0", Path.of("none.jar"), classPath),
                Optional.empty(),
                false,
                StepName.CSIM,
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()));
    }
}
