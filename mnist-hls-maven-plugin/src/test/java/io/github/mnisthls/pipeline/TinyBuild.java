/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.pipeline;

import io.github.mnisthls.amd.dialect.SampleDialects;
import io.github.mnisthls.dataset.Augmentation;
import io.github.mnisthls.files.FileTree;
import io.github.mnisthls.files.Json;
import io.github.mnisthls.hardware.HardwareRequest;
import io.github.mnisthls.hardware.Limits;
import io.github.mnisthls.hardware.SampleParts;
import io.github.mnisthls.network.Architecture;
import io.github.mnisthls.network.Conv2d;
import io.github.mnisthls.network.Dense;
import io.github.mnisthls.network.Flatten;
import io.github.mnisthls.network.Padding;
import io.github.mnisthls.network.Relu;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.network.Window;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.rendering.ControlProtocol;
import io.github.mnisthls.rendering.DesignNames;
import io.github.mnisthls.rendering.InterfaceKind;
import io.github.mnisthls.training.FinetuneSettings;
import io.github.mnisthls.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;

/** Trains and generates a tiny network; to be loaded more than once into one JVM, hence spoken to in types of the JDK. */
public final class TinyBuild implements BinaryOperator<String> {
    /** From a folder with a data set and a work folder to the digests of the generated files. */
    @Override
    public String apply(String dataset, String work) {
        List<Path> classPath = List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
                .map(Path::of)
                .toList();
        WorkFolder folder = new WorkFolder(Path.of(work));
        try (Pipeline pipeline = new Pipeline(
                folder,
                new PluginIdentity("1.0.0", Path.of("none.jar"), classPath),
                Optional.of(StepName.GENERATE),
                false,
                StepName.CSIM,
                new SharedSettings(new ConcurrentHashMap<>(), "a test"),
                new KnownDigests(new ConcurrentHashMap<>()))) {
            pipeline.generate(settings(Path.of(dataset)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Json.write(FileTree.digests(folder.folder(StepName.GENERATE)));
    }

    static BuildSettings settings(Path dataset) {
        return settings(dataset, 1, 1, Optional.empty());
    }

    /** The same with more epochs, another model, or a copy of the project for the user. */
    static BuildSettings settings(Path dataset, int epochs, long seed, Optional<Path> output) {
        Architecture network = new Architecture(
                "tiny",
                new Shape(1, 8, 8),
                List.of(
                        new Conv2d("conv1", 2, new Window(3, 3, 1, 1, Padding.NONE)),
                        new Relu("relu1"),
                        new Flatten("flatten1"),
                        new Dense("dense1", 4)));
        TrainingSettings training = new TrainingSettings(
                epochs, 64, seed, 0.008, 0.01, OptionalDouble.empty(), 0, Augmentation.DEFAULT, 100, 400, 0, 1024, 1);
        GenerateSettings generate = new GenerateSettings(
                new HardwareRequest(
                        SampleParts.ZYNQ_7020,
                        10,
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Limits.NONE,
                        Map.of(),
                        1),
                InterfaceKind.AXIS,
                ControlProtocol.AP_CTRL_NONE,
                new DesignNames("cnn", "cnn_net", ""),
                SampleDialects.TODAY,
                0,
                output,
                false,
                Optional.empty());
        return new BuildSettings(
                new TrainSettings(
                        Optional.of(network), Optional.of(dataset), Optional.empty(), training, Optional.empty()),
                new PrecisionSettings(Precision.parse("ap_fixed<16,8>"), 100, FinetuneSettings.defaults()),
                generate);
    }
}
