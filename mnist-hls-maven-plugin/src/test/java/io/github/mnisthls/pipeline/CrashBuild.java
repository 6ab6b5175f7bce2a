/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.files.AtomicFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A build of all steps that need no HLS tool, goal by goal as Maven runs them; to be stopped anywhere. Arguments: a data set, a
 * folder for all that is written, a compiler, a seed.
 */
public final class CrashBuild {
    private final BuildSettings settings;
    private final Path folder;
    private final String compiler;

    private CrashBuild(Path dataset, Path folder, String compiler, long seed) {
        this.settings = TinyBuild.settings(dataset, 2, seed, Optional.of(folder.resolve("output")));
        this.folder = folder;
        this.compiler = compiler;
    }

    public static void main(String[] arguments) throws Exception {
        CrashBuild build = new CrashBuild(
                Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], Long.parseLong(arguments[3]));
        build.goal(StepName.TRAIN, pipeline -> pipeline.train(build.settings.train()));
        build.goal(
                StepName.QUANTIZE,
                pipeline -> pipeline.quantize(
                        build.settings.train(), build.settings.precision(), build.settings.generate()::hardware));
        build.goal(StepName.GENERATE, pipeline -> pipeline.generate(build.settings));
        build.goal(StepName.CSIM, pipeline -> pipeline.csim(build.settings, build.csim()));
        build.goal(StepName.PACKAGE, build::pack);
        build.goal(StepName.REPORT, pipeline -> pipeline.report(build.settings));
    }

    private CsimSettings csim() {
        return new CsimSettings(List.of(compiler), List.of("-O0"), Duration.ofMinutes(2), System.getenv());
    }

    private void pack(Pipeline pipeline) throws Exception {
        Path zip = pipeline.pack(settings, Instant.ofEpochSecond(1_700_000_000));
        AtomicFile.write(folder.resolve("build.zip"), Files.readAllBytes(zip));
    }

    private interface Goal {
        void run(Pipeline pipeline) throws Exception;
    }

    private void goal(StepName step, Goal goal) throws Exception {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        try (Pipeline pipeline = new Pipeline(
                new WorkFolder(folder.resolve("work")),
                new PluginIdentity("1.0.0", Path.of("none.jar"), classPath),
                Optional.of(step),
                false,
                StepName.CSIM,
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()))) {
            goal.run(pipeline);
        }
    }
}
