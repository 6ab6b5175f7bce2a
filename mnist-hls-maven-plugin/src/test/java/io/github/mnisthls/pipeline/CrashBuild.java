/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.amd.AmdToolchain;
import io.github.mnisthls.amd.tool.AmdExportFormat;
import io.github.mnisthls.amd.tool.GenerationChoice;
import io.github.mnisthls.amd.tool.ToolRequest;
import io.github.mnisthls.files.AtomicFile;
import io.github.mnisthls.loading.ModelSettings;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.toolchain.StepMode;
import io.github.mnisthls.toolchain.SynthesisStep;
import io.github.mnisthls.training.FinetuneMode;
import io.github.mnisthls.training.FinetuneSettings;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A build, goal by goal as Maven runs them; to be stopped anywhere. Arguments: a data set, a folder for all that is written, a
 * compiler, a seed, a precision (with fewer bits than 16 the network is fine-tuned; {@code auto} has widths looked for), and what
 * else is to run: {@code tool=} and an installation of an HLS tool, {@code model=} and a model that is loaded and diagnosed.
 */
public final class CrashBuild {
    /** A property that has its own name for a value if names of folders are read from standard input, and each is built in. */
    public static final String EACH = "mnisthls.crash.each";

    /** How a line begins that tells how such a build ended; the rest is empty if it is well. */
    public static final String ANSWER = "built: ";

    private static final String TOOL = "tool=";
    private static final String MODEL = "model=";
    private static final double LARGEST_DROP = 0.01;
    private static final int EPOCHS = 2;
    private static final double LEARNING_RATE = 0.001;

    private final BuildSettings settings;
    private final Path folder;
    private final String compiler;
    private final Optional<Path> tool;

    private CrashBuild(BuildSettings settings, Path folder, String compiler, Optional<Path> tool) {
        this.settings = settings;
        this.folder = folder;
        this.compiler = compiler;
        this.tool = tool;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        if (!EACH.equals(System.getProperty(EACH))) {
            of(arguments, folder).run();
            return;
        }
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            System.out.println(ANSWER + outcome(of(arguments, folder.resolve(name))));
        }
    }

    private static String outcome(CrashBuild build) {
        try {
            build.run();
            return "";
        } catch (Exception e) {
            return e.toString().replace("\n", " ");
        }
    }

    private static CrashBuild of(String[] arguments, Path folder) {
        BuildSettings tiny = TinyBuild.settings(
                Path.of(arguments[0]), EPOCHS, Long.parseLong(arguments[3]), Optional.of(folder.resolve("output")));
        TrainSettings train = path(arguments, MODEL)
                .map(model -> new TrainSettings(
                        Optional.empty(),
                        tiny.train().dataset(),
                        Optional.of(ModelSettings.of(model)),
                        tiny.train().training(),
                        Optional.empty()))
                .orElse(tiny.train());
        PrecisionSettings precision = precision(arguments[4], tiny.precision().calibrationImages());
        return new CrashBuild(
                new BuildSettings(train, precision, tiny.generate()), folder, arguments[2], path(arguments, TOOL));
    }

    private static PrecisionSettings precision(String text, int images) {
        FinetuneSettings finetune = new FinetuneSettings(FinetuneMode.AUTO, EPOCHS, LEARNING_RATE, 0);
        return text.equals(PrecisionSettings.AUTO)
                ? PrecisionSettings.toBeChosen(images, finetune, LARGEST_DROP)
                : new PrecisionSettings(Precision.parse(text), images, finetune);
    }

    private static Optional<Path> path(String[] arguments, String word) {
        return Stream.of(arguments)
                .filter(argument -> argument.startsWith(word))
                .findFirst()
                .map(argument -> Path.of(argument.substring(word.length())));
    }

    private void run() throws Exception {
        goal(StepName.TRAIN, pipeline -> pipeline.train(settings.train()));
        goal(
                StepName.QUANTIZE,
                pipeline -> pipeline.quantize(settings.train(), settings.precision(), settings.generate()::hardware));
        goal(StepName.GENERATE, pipeline -> pipeline.generate(settings));
        goal(StepName.CSIM, pipeline -> pipeline.csim(settings, csim()));
        if (tool.isPresent()) {
            synthesize();
        }
        if (settings.train().model().isPresent()) {
            goal(StepName.DIAGNOSE, pipeline -> pipeline.diagnose(settings));
            goal(StepName.ROUNDING_TRIAL, pipeline -> pipeline.tryRounding(settings));
        }
        goal(StepName.PACKAGE, this::pack);
        goal(StepName.REPORT, pipeline -> pipeline.report(settings));
    }

    private CsimSettings csim() {
        return new CsimSettings(List.of(compiler), List.of("-O0"), Duration.ofMinutes(2), System.getenv());
    }

    private void synthesize() throws Exception {
        ToolSettings tools = tools();
        for (StepName step : List.of(StepName.CSIM_VENDOR, StepName.CSYNTH, StepName.COSIM, StepName.EXPORT)) {
            goal(step, pipeline -> pipeline.tool(step, settings, tools));
        }
    }

    private ToolSettings tools() {
        return new ToolSettings(
                new AmdToolchain(
                        new ToolRequest(tool, Optional.empty(), Optional.empty(), System.getenv()),
                        GenerationChoice.AUTO),
                Stream.of(SynthesisStep.values()).collect(Collectors.toMap(step -> step, step -> StepMode.REQUIRED)),
                AmdExportFormat.IP_CATALOG,
                List.of(),
                Optional.of(Duration.ofMinutes(2)),
                OptionalLong.empty());
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
