/* Copyright 2026 the mnist-hls authors. SPDX-License-Identifier: Apache-2.0 */
package io.github.mnisthls.loading.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.github.mnisthls.fuzz.Fuzzing;
import io.github.mnisthls.fuzz.Mutation;
import io.github.mnisthls.loading.layer.LoadedModel;
import io.github.mnisthls.loading.layer.ModelRequest;
import io.github.mnisthls.network.Shape;
import io.github.mnisthls.settings.InvalidSettingException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that are read from ONNX files compute what ONNX Runtime computes of them, damaged files that are accepted too. */
class OnnxRuntimeTest {
    private static final ModelRequest REQUEST = ModelRequest.of(new Shape(1, 28, 28));
    private static final double TOLERANCE = 1e-4;

    /** Sums that cancel each other are less exact in any order. */
    private static final double TOLERANCE_OF_DAMAGED = 1e-3;

    @Test
    void committedModelsAgree() throws Exception {
        for (Path file : files("models")) {
            assertThat(RuntimeOracle.deviation(file, OnnxModel.read(file, REQUEST)))
                    .as("%s", file)
                    .isLessThan(TOLERANCE);
        }
        // The operators of QONNX are unknown to ONNX Runtime.
        Path quantized = files("quantized").stream()
                .filter(file -> file.getParent().endsWith("qcdq"))
                .findFirst()
                .orElseThrow();
        assertThat(RuntimeOracle.deviation(quantized, OnnxModel.read(quantized, REQUEST)))
                .isLessThan(TOLERANCE);
    }

    @Test
    void damagedModelsThatAreAcceptedAgree(@TempDir Path temporary) throws Exception {
        List<Path> healthy = files("models");
        Path file = temporary.resolve("mutant.onnx");
        List<String> others = new ArrayList<>();
        int agreed = 0;
        int refusedByRuntime = 0;
        for (int seed = 0; seed < Fuzzing.INPUTS; seed++) {
            Random random = Fuzzing.random("damaged ONNX", seed);
            Path original = healthy.get(random.nextInt(healthy.size()));
            Files.write(file, Mutation.file(Files.readAllBytes(original), random));
            try {
                LoadedModel model = OnnxModel.read(file, REQUEST);
                double deviation = RuntimeOracle.deviation(file, model);
                if (deviation > TOLERANCE_OF_DAMAGED) {
                    others.add("mutant " + seed + " of " + original.getParent().getFileName() + ": " + deviation);
                } else {
                    agreed++;
                }
            } catch (InvalidSettingException e) {
                // Refused, as damaged files should be.
                assertThat(e.getMessage()).doesNotContain("Exception");
            } catch (OrtException e) {
                refusedByRuntime++;
            }
        }
        System.out.printf(
                "Of %d damaged ONNX files %d were accepted and agree with ONNX Runtime, %d it does not read, others: %s%n",
                Fuzzing.INPUTS, agreed, refusedByRuntime, others);
        assertThat(others).isEmpty();
    }

    private static List<Path> files(String folder) throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.walk(Path.of(OnnxModelTest.class.getResource(folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".onnx")).sorted().toList();
        }
    }
}
