/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading;

import ai.onnxruntime.OrtException;
import io.github.mnisthls.dataset.Dataset;
import io.github.mnisthls.dataset.DatasetReader;
import io.github.mnisthls.emulation.Emulator;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.onnx.RuntimeOracle;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.process.ChildJvm;
import io.github.mnisthls.quantization.FloatInference;
import io.github.mnisthls.quantization.FoldBatchNorm;
import io.github.mnisthls.quantization.Precision;
import io.github.mnisthls.quantization.Quantizer;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A line for each file of a folder: loaded or why not, the largest deviation from ONNX Runtime, and, of a model of images of
 * 1x28x28 with ten classes, the share of MNIST's test images that it knows: in float32 and in integers of 8 bits.
 */
public final class ModelTable {
    private static final Shape IMAGES = new Shape(1, 28, 28);
    private static final int CLASSES = 10;
    private static final int MEMORY_MIB = 1024;

    private ModelTable() {}

    /**
     * Prints the table.
     *
     * @param arguments the folder
     */
    public static void main(String... arguments) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            List<Path> models = files.filter(Files::isRegularFile).sorted().toList();
            for (Path model : models) {
                System.out.println(model.getFileName() + " | " + line(model));
            }
        }
    }

    private static String line(Path model) throws IOException {
        Path folder = Files.createTempDirectory("model");
        ModelLoader loader = new ModelLoader(new ChildJvm(List.of(Path.of("none"))), MEMORY_MIB);
        LoadedModel own;
        try {
            own = loader.read(ModelSettings.of(model), IMAGES, folder);
        } catch (InvalidSettingException e) {
            return "refused | " + String.join("\n    ", e.getMessage().lines().toList());
        }
        Shape images = own.network().architecture().input();
        String line = "loaded | images of " + images + " | " + deviation(model, own);
        return images.equals(IMAGES)
                ? line + " | " + accuracy(loader.load(ModelSettings.of(model), images, folder))
                : line;
    }

    private static String deviation(Path file, LoadedModel model) {
        if (!file.toString().endsWith(".onnx")) {
            return "no ONNX";
        }
        try {
            return "deviation " + RuntimeOracle.deviation(file, model);
        } catch (OrtException e) {
            return "not read by ONNX Runtime: " + e.getMessage();
        }
    }

    private static String accuracy(LoadedModel model) {
        if (model.network().architecture().classes() != CLASSES) {
            return "not ten classes";
        }
        Dataset mnist = DatasetReader.mnist();
        var quantized = Quantizer.quantize(
                FoldBatchNorm.fold(model.network()),
                Precision.parse("auto:8"),
                mnist.training().first(Quantizer.DEFAULT_CALIBRATION_IMAGES),
                2);
        double exact = new FloatInference(model.network()).accuracy(mnist.test(), 2);
        int bits = model.network().weightFormats().size();
        double integers = new Emulator(quantized.network()).run(mnist.test(), 2).accuracy(mnist.test());
        return String.format(Locale.ROOT, "float32 %.4f, auto:8 %.4f, formats of %d layers kept", exact, integers, bits);
    }
}
